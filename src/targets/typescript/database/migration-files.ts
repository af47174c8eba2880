import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import type { Dialect } from './column-types.ts';
import { entityTable, laterForeignKeys, linkTables } from './entity-tables.ts';
import { serviceTables } from './service-tables.ts';

/** The migrations that make an empty database, for each kind of database. */
export function migrationFiles(service: Service): readonly GeneratedFile[] {
  return (['postgres', 'sqlite'] as const).map((dialect) => ({
    path: `migrations/${dialect}/0001-init.sql`,
    content: `${statements(service, dialect).join('\n\n')}\n`,
    owner: 'generated',
    sources: [],
  }));
}

function statements(service: Service, dialect: Dialect): readonly string[] {
  const { entities } = service;
  return [
    '-- The tables of the service itself: names that begin with _ can not be those of a resource.',
    ...serviceTables(dialect, service.access === 'accounts', service.collections !== undefined),
    '-- The tables of the resources.',
    ...entities.flatMap((entity) => entityTable(service, entity, dialect)),
    ...(dialect === 'postgres'
      ? entities.flatMap((entity) => laterForeignKeys(service, entity))
      : []),
    ...entities.flatMap((entity) => linkTables(service, entity, dialect)),
  ];
}
