import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { template } from './template.gen.ts';

/** Files of the template that are made for each service. */
const MADE = new Set(['package.json', 'package-lock.json', 'src/service.ts']);
/** What only a service with accounts has. */
const ACCOUNTS = 'src/auth/';
const ACCOUNT_PACKAGES = /^(?:node_modules\/)?(?:jose|@node-rs\/argon2.*)$/;
/** What only a service has whose contract was given, and what is tested otherwise there. */
const API = /^(?:src|test)\/api\//;
const NOT_API = /^test\/(?:contract|limits)\.test\.ts$/;
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
      (service.document ? !NOT_API.test(path) : !API.test(path)) &&
      (!path.startsWith(RULES) || rules.has(path)),
  );
  return [
    ...needed.map(([path, content]) => generated(path, content)),
    packageFile(service, 'package.json'),
    packageFile(service, 'package-lock.json'),
  ];
}

/** What checks values by schemas; Fastify brings both along, in these versions. */
const VALIDATOR = { ajv: '8.20.0', 'ajv-formats': '3.0.1' };

interface PackageFile {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
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
  if (service.document) for (const part of own) addValidator(part);
  return generated(path, `${JSON.stringify(content, null, 2)}\n`);
}

function addValidator(part: PackageFile): void {
  delete part.devDependencies?.['ajv'];
  const all = Object.entries({ ...part.dependencies, ...VALIDATOR });
  part.dependencies = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function generated(path: string, content: string): GeneratedFile {
  return { path, content, owner: 'generated', sources: [] };
}
