import { entityById, isReference } from '#blueprint';
import type { Entity, Field, Service } from '#blueprint';
import { columnName, sqlName, tableName } from '../../shared/database/sql-names.ts';
import { columnType } from './column-types.ts';
import type { Dialect } from './column-types.ts';
import {
  hasColumn,
  hasOwnIndex,
  keyIndexes,
  uniqueIndexName,
} from '../../shared/database/indexes.ts';

const quoted = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quoted).join(', ');

/** The table of an entity and its indexes. Each index begins with the tenant. */
export function entityTable(service: Service, entity: Entity, dialect: Dialect): readonly string[] {
  const stored = entity.fields.filter(hasColumn);
  const [uuid, time] = dialect === 'sqlite' ? ['text', 'text'] : ['uuid', 'timestamptz(3)'];
  const columns = [
    `${quoted('_tenant')} ${uuid} not null`,
    `${quoted('_created_by')} ${uuid} not null`,
    `${quoted('_version')} ${dialect === 'sqlite' ? 'integer' : 'bigint'} not null`,
    `${quoted('id')} ${uuid} not null`,
    ...stored.map((field) => columnOf(entity, field, dialect)),
    `${quoted('created_at')} ${time} not null`,
    `${quoted('updated_at')} ${time} not null`,
    `primary key (${list(['_tenant', 'id'])})`,
    // SQLite can't add a foreign key later, and does not mind if its table comes later.
    ...(dialect === 'sqlite' ? foreignKeys(service, entity) : []),
  ];
  return [createTable(tableName(entity), columns, dialect), ...indexes(service, entity, stored)];
}

/** The tables of pairs for an entity's references to many. */
export function linkTables(service: Service, entity: Entity, dialect: Dialect): readonly string[] {
  const uuid = dialect === 'sqlite' ? 'text' : 'uuid';
  return entity.fields
    .filter(isReference)
    .filter((field) => !hasColumn(field))
    .flatMap((field) => {
      const table = linkTable(entity, field);
      const target = tableName(entityById(service, field.type.entity));
      const columns = [
        `${quoted('_tenant')} ${uuid} not null`,
        `${quoted('source_id')} ${uuid} not null`,
        `${quoted('target_id')} ${uuid} not null`,
        `primary key (${list(['_tenant', 'source_id', 'target_id'])})`,
        foreignKey(table, 'source_id', tableName(entity)),
        foreignKey(table, columnName(field), target, 'target_id'),
      ];
      return [
        createTable(table, columns, dialect),
        index(table, 'target_id', ['target_id', 'source_id']),
      ];
    });
}

/** Foreign keys that are added when all tables are there. */
export function laterForeignKeys(service: Service, entity: Entity): readonly string[] {
  return foreignKeys(service, entity).map(
    (constraint) => `alter table ${quoted(tableName(entity))} add ${constraint};`,
  );
}

/** The table of pairs of a reference to many: two underscores, which no name of a user has. */
function linkTable(entity: Entity, field: Field): string {
  return `${tableName(entity)}__${columnName(field)}`;
}

function columnOf(entity: Entity, field: Field, dialect: Dialect): string {
  // What only the service can set may be missing; the state never is.
  const settable = !field.readOnly || field.default !== undefined;
  const isState = entity.lifecycle?.field === field.name;
  const isShown = field.account === 'role';
  const required = (field.required && settable && !isShown) || isState;
  return `${quoted(columnName(field))} ${columnType(field.type, dialect)}${required ? ' not null' : ''}`;
}

function foreignKeys(service: Service, entity: Entity): readonly string[] {
  return entity.fields
    .filter(isReference)
    .filter(hasColumn)
    .map((field) => {
      const target = tableName(entityById(service, field.type.entity));
      return foreignKey(tableName(entity), columnName(field), target);
    });
}

/** With the tenant in it, no record can refer to one of another tenant. */
function foreignKey(table: string, name: string, target: string, column = name): string {
  const constraint = `${sqlName(`${table}_${name}`)}_fkey`;
  return `constraint ${quoted(constraint)} foreign key (${list(['_tenant', column])}) references ${quoted(target)} (${list(['_tenant', 'id'])}) deferrable`;
}

function indexes(service: Service, entity: Entity, stored: readonly Field[]): readonly string[] {
  const table = tableName(entity);
  const own = stored
    .filter((field) => hasOwnIndex(entity, field))
    .map((field) => ({
      name: uniqueIndexName(entity, field),
      fields: [field],
    }));
  const unique = [...own, ...keyIndexes(entity)].map(
    ({ name, fields }) =>
      `create unique index ${quoted(name)} on ${quoted(table)} (${[quoted('_tenant'), ...fields.map(keyPart)].join(', ')});`,
  );
  const listed = stored.flatMap((field) => {
    const column = columnName(field);
    // Lists by these are in the usual order; those by time are in that of the time.
    if (isReference(field) || field.type.kind === 'enum')
      return [index(table, column, [column, 'created_at', 'id'])];
    const isTime = field.type.kind === 'date' || field.type.kind === 'datetime';
    return isTime ? [index(table, column, [column, 'id'])] : [];
  });
  const hasMakers = service.permissions.some(
    (permission) =>
      permission.entity === entity.id && permission.own && permission.operations.includes('read'),
  );
  const made = hasMakers ? [index(table, '_created_by', ['_created_by', 'created_at', 'id'])] : [];
  return [...unique, index(table, 'created_at', ['created_at', 'id']), ...made, ...listed];
}

function keyPart(field: Field): string {
  const column = quoted(columnName(field));
  switch (field.type.kind) {
    case 'email':
      return `lower(${column})`;
    case 'json':
    case 'list':
      return `cast(${column} as text)`;
    default:
      return column;
  }
}

function index(table: string, name: string, columns: readonly string[]): string {
  const indexName = `${sqlName(`${table}_${name}`)}_idx`;
  return `create index ${quoted(indexName)} on ${quoted(table)} (${list(['_tenant', ...columns])});`;
}

function createTable(table: string, columns: readonly string[], dialect: Dialect): string {
  const end = dialect === 'sqlite' ? ') strict;' : ');';
  return `create table ${quoted(table)} (\n${columns.map((column) => `  ${column}`).join(',\n')}\n${end}`;
}
