import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { template } from './template.gen.ts';

/** Files of the template that are made for each service. */
const MADE = new Set(['package.json', 'package-lock.json', 'src/service.ts']);
/** What only a service with accounts has. */
const ACCOUNTS = 'src/auth/';
const ACCOUNT_PACKAGES = /^(?:node_modules\/)?(?:jose|@node-rs\/argon2.*)$/;
/** What only rules use. */
const RULES = 'src/rules/';

/** The files that are the same for all services, as far as this one needs them. `rules` are the helpers in use. */
export function templateFiles(
  service: Service,
  rules: ReadonlySet<string>,
): readonly GeneratedFile[] {
  const needed = Object.entries(template).filter(
    ([path]) =>
      !MADE.has(path) &&
      (service.access === 'accounts' || !path.startsWith(ACCOUNTS)) &&
      (!path.startsWith(RULES) || rules.has(path)),
  );
  return [
    ...needed.map(([path, content]) => generated(path, content)),
    packageFile(service, 'package.json'),
    packageFile(service, 'package-lock.json'),
  ];
}

interface PackageFile {
  name: string;
  dependencies?: Record<string, string>;
  packages?: Record<string, PackageFile>;
}

function packageFile(service: Service, path: string): GeneratedFile {
  const content = JSON.parse(template[path] ?? '{}') as PackageFile;
  const own = [content, content.packages?.['']].filter((part) => part !== undefined);
  for (const part of own) part.name = service.name;
  if (service.access === 'public') {
    for (const names of [...own.map((part) => part.dependencies), content.packages]) {
      for (const name of Object.keys(names ?? {})) {
        if (ACCOUNT_PACKAGES.test(name)) delete names?.[name];
      }
    }
  }
  return generated(path, `${JSON.stringify(content, null, 2)}\n`);
}

function generated(path: string, content: string): GeneratedFile {
  return { path, content, owner: 'generated', sources: [] };
}
