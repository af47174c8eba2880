import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { givenContent } from './api/given-content.ts';
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
/** What only a service has whose contract was given, and what is tested otherwise there. */
const API = /^(?:src\/api\b|tests\/service\/api\.rs$)/;
const NOT_API = /^tests\/service\/(?:contract|operation|records)\.rs$/;
const API_CRATES = /^jsonschema = .*\n/gm;
/** Lock files: with accounts, without, and for a contract that was given. */
const [LOCK, PUBLIC_LOCK, GIVEN_LOCK] = ['Cargo.lock', 'Cargo.public.lock', 'Cargo.given.lock'];
const LOCKS = [LOCK, PUBLIC_LOCK, GIVEN_LOCK];

/** The files that are the same for all services, as far as this one needs them. */
export function templateFiles(service: Service): readonly GeneratedFile[] {
  const isPublic = service.access === 'public';
  const lock = service.document ? GIVEN_LOCK : isPublic ? PUBLIC_LOCK : LOCK;
  return Object.entries(template)
    .filter(([path]) => !MADE.has(path) && !(isPublic && ACCOUNTS.test(path)))
    .filter(([path]) => !(service.document ? NOT_API : API).test(path))
    .filter(([path]) => path === lock || !LOCKS.includes(path))
    .map(([path, content]) => ({
      path: path === lock ? LOCK : path,
      content: contentOf(path, content, service),
      owner: 'generated',
      sources: [],
    }));
}

function contentOf(path: string, content: string, service: Service): string {
  const name = packageName(service);
  if (LOCKS.includes(path)) return content.replace('\nname = "service"\n', `\nname = "${name}"\n`);
  if (path !== 'Cargo.toml') return service.document ? givenContent(path, content) : content;
  const named = content.replace('name = "service"', `name = "${name}"`);
  const needed = service.document ? named : named.replaceAll(API_CRATES, '');
  return service.access === 'public' ? withoutAccounts(needed) : needed;
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
