import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { publicFiles } from './public-files.ts';
import { packageName } from './package-name.ts';
import { template } from './template.gen.ts';

/** Files of the template that are made for each service. */
const MADE = new Set([
  'src/service.rs',
  'src/resources.rs',
  'tests/service/resources.rs',
  'tests/service/samples.json',
]);
/** What only a service with accounts has. */
const ACCOUNTS = /^src\/auth\b/;
const ACCOUNT_CRATES = /^(?:argon2|jsonwebtoken|signature) = .*\n/gm;
/** Lock files: the second one is that of a service without accounts. */
const [LOCK, PUBLIC_LOCK] = ['Cargo.lock', 'Cargo.public.lock'];

/** The files that are the same for all services, as far as this one needs them. */
export function templateFiles(service: Service): readonly GeneratedFile[] {
  const isPublic = service.access === 'public';
  const name = packageName(service);
  return Object.entries(template)
    .filter(([path]) => !MADE.has(path) && !(isPublic && ACCOUNTS.test(path)))
    .filter(([path]) => path !== (isPublic ? LOCK : PUBLIC_LOCK))
    .map(([path, content]) => ({
      path: path === PUBLIC_LOCK ? LOCK : path,
      content: contentOf(path, content, name, isPublic),
      owner: 'generated',
      sources: [],
    }));
}

function contentOf(path: string, content: string, name: string, isPublic: boolean): string {
  switch (path) {
    case 'Cargo.toml': {
      const named = content.replace('name = "service"', `name = "${name}"`);
      return isPublic ? withoutAccounts(named) : named;
    }
    case LOCK:
    case PUBLIC_LOCK:
      return content.replace('\nname = "service"\n', `\nname = "${name}"\n`);
    default:
      return content;
  }
}

/** A public service neither hashes passwords nor signs tokens. */
function withoutAccounts(manifest: string): string {
  return manifest
    .replaceAll(ACCOUNT_CRATES, '')
    .replace(/# Hashing a password[^]*?(?=\[profile\.release\])/, '');
}

/** What a public service has instead of accounts. */
export function identityFiles(service: Service): readonly GeneratedFile[] {
  if (service.access !== 'public') return [];
  return Object.entries(publicFiles).map(([path, content]) => ({
    path,
    content,
    owner: 'generated',
    sources: [],
  }));
}
