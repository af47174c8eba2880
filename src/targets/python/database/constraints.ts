import { entityById, isReference } from '#blueprint';
import type { Entity, Field, Service } from '#blueprint';
import { hasColumn, keyIndexes, uniqueIndexName } from '../../shared/database/indexes.ts';
import { hasOwnIndex } from '../../shared/database/indexes.ts';
import { columnName, sqlName, tableName } from '../../shared/database/sql-names.ts';

/** A foreign key of a table; with the tenant in it, no record can refer to one of another tenant. */
export interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly target: string;
}

/** An index; a column in `lower` compares without case, one in `text` by its text. */
export interface Index {
  readonly name: string;
  readonly columns: readonly (string | { readonly sql: string })[];
  readonly unique: boolean;
}

export function foreignKeysOf(service: Service, entity: Entity): readonly ForeignKey[] {
  return entity.fields
    .filter(isReference)
    .filter(hasColumn)
    .map((field) => ({
      name: `${sqlName(`${tableName(entity)}_${columnName(field)}`)}_fkey`,
      columns: ['_tenant', columnName(field)],
      target: tableName(entityById(service, field.type.entity)),
    }));
}

/** Unique keys by the name of their index, and the fields in each. */
export function keysOf(entity: Entity): readonly { name: string; fields: readonly Field[] }[] {
  const own = entity.fields
    .filter((field) => hasColumn(field) && hasOwnIndex(entity, field))
    .map((field) => ({ name: uniqueIndexName(entity, field), fields: [field] }));
  return [...own, ...keyIndexes(entity)];
}

/** The indexes of a table: each begins with the tenant. */
export function indexesOf(service: Service, entity: Entity): readonly Index[] {
  const table = tableName(entity);
  const index = (name: string, columns: readonly string[]): Index => ({
    name: `${sqlName(`${table}_${name}`)}_idx`,
    columns: ['_tenant', ...columns],
    unique: false,
  });
  const unique = keysOf(entity).map(({ name, fields }) => ({
    name,
    columns: ['_tenant', ...fields.map(keyPart)],
    unique: true,
  }));
  const listed = entity.fields.filter(hasColumn).flatMap((field) => {
    const column = columnName(field);
    if (isReference(field) || field.type.kind === 'enum')
      return [index(column, [column, 'created_at', 'id'])];
    const isTime = field.type.kind === 'date' || field.type.kind === 'datetime';
    return isTime ? [index(column, [column, 'id'])] : [];
  });
  const hasMakers = service.permissions.some(
    (permission) =>
      permission.entity === entity.id && permission.own && permission.operations.includes('read'),
  );
  const made = hasMakers ? [index('_created_by', ['_created_by', 'created_at', 'id'])] : [];
  return [...unique, index('created_at', ['created_at', 'id']), ...made, ...listed];
}

function keyPart(field: Field): string | { readonly sql: string } {
  const column = columnName(field);
  switch (field.type.kind) {
    case 'email':
      return { sql: `lower("${column}")` };
    case 'json':
    case 'list':
      return { sql: `cast("${column}" as text)` };
    default:
      return column;
  }
}

/** The table of pairs of a reference to many: two underscores, which no name of a user has. */
export function linkTable(entity: Entity, field: Field): string {
  return `${tableName(entity)}__${columnName(field)}`;
}

/** The foreign keys of a table of pairs. */
export function linkKeys(service: Service, entity: Entity, field: Field): readonly ForeignKey[] {
  const table = linkTable(entity, field);
  const target =
    field.type.kind === 'reference' ? tableName(entityById(service, field.type.entity)) : '';
  return [
    {
      name: `${sqlName(`${table}_source_id`)}_fkey`,
      columns: ['_tenant', 'source_id'],
      target: tableName(entity),
    },
    {
      name: `${sqlName(`${table}_${columnName(field)}`)}_fkey`,
      columns: ['_tenant', 'target_id'],
      target,
    },
  ];
}

/** The index of a table of pairs, for what is read from the other side. */
export function linkIndex(table: string): Index {
  const columns = ['_tenant', 'target_id', 'source_id'];
  return { name: `${sqlName(`${table}_target_id`)}_idx`, columns, unique: false };
}
