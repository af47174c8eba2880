import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { publicIdentity } from './service-files.ts';
import { template } from './template.gen.ts';

/** Files of the template that are made for each service. */
const MADE = new Set(['app/service.py', 'app/resources/__init__.py']);
/** What only a service with accounts has. */
const ACCOUNTS = 'app/auth/';

/** The files that are the same for all services, as far as this one needs them. */
export function templateFiles(service: Service): readonly GeneratedFile[] {
  const isPublic = service.access === 'public';
  return Object.entries(template)
    .filter(([path]) => !MADE.has(path) && !(isPublic && path.startsWith(ACCOUNTS)))
    .map(([path, content]) => ({
      path,
      content: isPublic && path === 'app/identity.py' ? publicIdentity : content,
      owner: 'generated',
      sources: [],
    }));
}
