import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { publicIdentity } from './service-files.ts';
import { template } from './template.gen.ts';

/** Files of the template that are made for each service. */
const MADE = new Set(['app/service.py', 'app/resources/__init__.py', 'tests/samples.py']);
/** What only a service with accounts has. */
const ACCOUNTS = 'app/auth/';
/** What only a service has whose contract was given, and what is tested otherwise there. */
const API = /^(?:app\/api\/|tests\/test_api\.py$)/;
const NOT_API = /^tests\/test_(?:service|records)\.py$/;
const API_PACKAGES = /^(?:jsonschema-rs|python-multipart)==.*\n/gm;
const ACCOUNT_PACKAGES = /^(?:argon2-cffi|argon2-cffi-bindings|cffi|pycparser|pyjwt)==.*\n/gm;

/** The files that are the same for all services, as far as this one needs them. */
export function templateFiles(service: Service): readonly GeneratedFile[] {
  const isPublic = service.access === 'public';
  return Object.entries(template)
    .filter(
      ([path]) =>
        !MADE.has(path) &&
        !(isPublic && path.startsWith(ACCOUNTS)) &&
        !(service.document ? NOT_API : API).test(path),
    )
    .map(([path, content]) => ({
      path,
      content: withoutUnused(path, isPublic ? publicContent(path, content) : content, service),
      owner: 'generated',
      sources: [],
    }));
}

/** Only schemas and forms that are given need a library. */
function withoutUnused(path: string, content: string, { document }: Service): string {
  const isUnused = path === 'requirements.txt' && !document;
  return isUnused ? content.replaceAll(API_PACKAGES, '') : content;
}

/** A public service neither hashes passwords nor signs tokens. */
function publicContent(path: string, content: string): string {
  if (path === 'app/identity.py') return publicIdentity;
  return path === 'requirements.txt' ? content.replaceAll(ACCOUNT_PACKAGES, '') : content;
}
