import type { Blueprint, Service } from '#blueprint';
import { defaultPageSize } from '#contract';
import type { GeneratedFile } from '#files';
import { requestsPerMinute } from '../shared/delivery/rate-limit.ts';
import { call, list, literal, print, tuple } from './emit/code.ts';
import { Imports } from './emit/imports.ts';
import { entityNames } from './names.ts';

/** `app/service.py`: what distinguishes this service from any other. */
export function serviceFile(blueprint: Blueprint, service: Service): GeneratedFile {
  const imports = new Imports();
  imports.use('app.application', 'Service');
  imports.use('app.resources', 'resources');
  imports.use('app.records.routes', 'resource_router');
  const accounts = service.access === 'accounts';
  const roles = blueprint.system.roles.map(({ name }) => literal(name));
  const own = accounts
    ? [print(call(imports.use('app.auth.identity', 'account_routers'), [list(roles)]), '*')]
    : [];
  const routers = tuple([...own, '*(resource_router(resource) for resource in resources)']);
  const definition = call('Service', [], {
    name: literal(service.name),
    resources: 'resources',
    routers,
    page_size: String(defaultPageSize(blueprint)),
    rate_limit_per_minute: String(requestsPerMinute(blueprint)),
    api: service.document && imports.use('app.operations.api', 'api'),
  });
  return {
    path: 'app/service.py',
    content: `"""What distinguishes this service from any other."""\n\n${imports.print()}\n${print(definition, 'service = ')}\n`,
    owner: 'generated',
    sources: service.sources,
  };
}

/** `app/resources/__init__.py`: the resources, in the order of the requirements. */
export function resourcesFile(service: Service): GeneratedFile {
  const imports = new Imports();
  imports.use('app.records.resource', 'AnyResource');
  const names = service.entities.map((entity) => {
    const { module } = entityNames(entity);
    imports.use(`app.resources.${module}.resource`, `resource as ${module}`);
    return module;
  });
  return {
    path: 'app/resources/__init__.py',
    content: [
      '"""All resources of the service."""\n\n',
      imports.print(),
      '\n',
      print(tuple(names), 'resources: tuple[AnyResource, ...] = '),
      '\n',
    ].join(''),
    owner: 'generated',
    sources: [],
  };
}

/** `app/identity.py` of a public service: nobody logs in. */
export const publicIdentity = `"""How this service knows its callers: it is public, and all of them are one."""

from app.config import Config
from app.database.engine import Database
from app.dependencies import Identity


def make_identity(_database: Database, _config: Config) -> Identity | None:
    return None
`;
