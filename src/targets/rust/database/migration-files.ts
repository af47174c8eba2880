import { isReference } from '#blueprint';
import type { Entity, Field, Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import {
  foreignKeysOf,
  indexesOf,
  linkKeys,
  linkTable,
} from '../../shared/database/constraints.ts';
import type { ForeignKey, Index } from '../../shared/database/constraints.ts';
import { hasColumn } from '../../shared/database/indexes.ts';
import { columnName, tableName } from '../../shared/database/sql-names.ts';
import { isOptional } from '../../shared/entity/presence.ts';
import { columnType } from './column-type.ts';
import type { Dialect } from './column-type.ts';
import { serviceTables } from './service-tables.ts';

/** The migrations that make an empty database, for each kind of database. */
export function migrationFiles(service: Service): readonly GeneratedFile[] {
  return (['postgres', 'sqlite'] as const).map((dialect) => ({
    path: `migrations/${dialect}/0001_init.sql`,
    content: `${statements(service, dialect).join('\n\n')}\n`,
    owner: 'generated',
    sources: [],
  }));
}

function statements(service: Service, dialect: Dialect): readonly string[] {
  const { entities } = service;
  return [
    '-- The tables of the service itself: names that begin with _ can not be those of a resource.',
    ...serviceTables(dialect, service.access === 'accounts'),
    '-- The tables of the resources.',
    ...entities.flatMap((entity) => entityTable(service, entity, dialect)),
    // SQLite can't add a foreign key later, and does not mind if its table comes later.
    ...(dialect === 'postgres'
      ? entities.flatMap((entity) =>
          foreignKeysOf(service, entity).map(
            (key) => `alter table ${quoted(tableName(entity))} add ${constraint(key)};`,
          ),
        )
      : []),
    ...entities.flatMap((entity) => linkTables(service, entity, dialect)),
  ];
}

function entityTable(service: Service, entity: Entity, dialect: Dialect): readonly string[] {
  const [id, time] = [columnType({ kind: 'uuid' }, dialect), columnType({ kind: 'datetime' }, dialect)];
  const columns = [
    `"_tenant" ${id} not null`,
    `"_created_by" ${id} not null`,
    `"_version" ${columnType({ kind: 'integer' }, dialect)} not null`,
    `"id" ${id} not null`,
    ...entity.fields.filter(hasColumn).map((field) => column(entity, field, dialect)),
    `"created_at" ${time} not null`,
    `"updated_at" ${time} not null`,
    'primary key ("_tenant", "id")',
    ...(dialect === 'sqlite' ? foreignKeysOf(service, entity).map(constraint) : []),
  ];
  const table = tableName(entity);
  return [
    createTable(table, columns, dialect),
    ...indexesOf(service, entity).map((index) => createIndex(table, index)),
  ];
}

function linkTables(service: Service, entity: Entity, dialect: Dialect): readonly string[] {
  const id = columnType({ kind: 'uuid' }, dialect);
  return entity.fields
    .filter(isReference)
    .filter((field) => !hasColumn(field))
    .flatMap((field) => {
      const table = linkTable(entity, field);
      const columns = [
        `"_tenant" ${id} not null`,
        `"source_id" ${id} not null`,
        `"target_id" ${id} not null`,
        'primary key ("_tenant", "source_id", "target_id")',
        ...linkKeys(service, entity, field).map(constraint),
      ];
      const index: Index = {
        name: `${table}_target_id_idx`.slice(0, 63),
        columns: ['_tenant', 'target_id', 'source_id'],
        unique: false,
      };
      return [createTable(table, columns, dialect), createIndex(table, index)];
    });
}

function column(entity: Entity, field: Field, dialect: Dialect): string {
  const missing = isOptional(entity, field) ? '' : ' not null';
  return `${quoted(columnName(field))} ${columnType(field.type, dialect)}${missing}`;
}

function createTable(table: string, columns: readonly string[], dialect: Dialect): string {
  const end = dialect === 'sqlite' ? ') strict;' : ');';
  return `create table ${quoted(table)} (\n${columns.map((line) => `  ${line}`).join(',\n')}\n${end}`;
}

function createIndex(table: string, { name, columns, unique }: Index): string {
  const parts = columns.map((part) => (typeof part === 'string' ? quoted(part) : part.sql));
  return `create ${unique ? 'unique ' : ''}index ${quoted(name)} on ${quoted(table)} (${parts.join(', ')});`;
}

function constraint({ name, columns, target }: ForeignKey): string {
  const own = columns.map(quoted).join(', ');
  return `constraint ${quoted(name)} foreign key (${own}) references ${quoted(target)} ("_tenant", "id") deferrable`;
}

const quoted = (name: string) => `"${name}"`;
