import { entityById, isReference } from '#blueprint';
import type { Entity, Field, FieldType, Service } from '#blueprint';
import { hasColumn, hasOwnIndex, keyIndexes, uniqueIndexName } from '../database/indexes.ts';
import { columnName, sqlName, tableName } from '../database/sql-names.ts';
import type { Column, ColumnType, ForeignKey, Index, IndexPart, Schema, Table } from './schema.ts';

const UUID = { kind: 'uuid' } as const;
const TIME = { kind: 'datetime' } as const;

/** The tables that a service needs for its resources. */
export function schemaOf(service: Service): Schema {
  const { entities, access } = service;
  return {
    access,
    hasAccounts: access === 'accounts',
    tables: [
      ...entities.map((entity) => entityTable(service, entity)),
      ...entities.flatMap((entity) => linkTables(service, entity)),
    ],
  };
}

/** The table of pairs of a reference to many: two underscores, which no name of a user has. */
export function linkTableName(entity: Entity, field: Field): string {
  return `${tableName(entity)}__${columnName(field)}`;
}

/** True where a value may be missing from a record: what only the service can set, but never the state. */
export function isOptional(entity: Entity, field: Field): boolean {
  const settable = !field.readOnly || field.default !== undefined;
  const isState = entity.lifecycle?.field === field.name;
  return !((field.required && settable && field.account !== 'role') || isState);
}

function entityTable(service: Service, entity: Entity): Table {
  const stored = entity.fields.filter(hasColumn);
  return {
    name: tableName(entity),
    columns: [
      { name: '_tenant', type: UUID, required: true },
      { name: '_created_by', type: UUID, required: true },
      { name: '_version', type: { kind: 'integer' }, required: true },
      { name: 'id', type: UUID, required: true },
      ...stored.map((field) => columnOf(entity, field)),
      { name: 'created_at', type: TIME, required: true },
      { name: 'updated_at', type: TIME, required: true },
    ],
    primaryKey: ['_tenant', 'id'],
    foreignKeys: foreignKeys(service, entity),
    indexes: indexes(service, entity, stored),
  };
}

function columnOf(entity: Entity, field: Field): Column {
  const { lifecycle } = entity;
  const initial =
    lifecycle?.field === field.name
      ? ({ kind: 'value', value: lifecycle.initial } as const)
      : undefined;
  const given = field.default ?? initial;
  return {
    name: columnName(field),
    type: columnType(field.type),
    required: !isOptional(entity, field),
    ...(field.type.kind === 'enum' && { values: field.type.values.map(({ value }) => value) }),
    ...(given && { default: given }),
    ...(field.formerly !== undefined && { formerly: columnName(asFormerly(field)) }),
  };
}

function columnType(type: FieldType): ColumnType {
  switch (type.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'datetime':
    case 'uuid':
    case 'json':
      return { kind: type.kind };
    case 'reference':
      return UUID;
    case 'list':
      return { kind: 'json' };
    case 'decimal':
      return { kind: 'decimal', precision: type.precision, scale: type.scale };
    case 'money':
      return { kind: 'decimal', precision: 15, scale: 2 };
    default:
      return { kind: 'text' };
  }
}

/** The field under the name that it had. */
function asFormerly(field: Field): Field {
  return { ...field, name: field.formerly ?? field.name };
}

function foreignKeys(service: Service, entity: Entity): readonly ForeignKey[] {
  return entity.fields
    .filter(isReference)
    .filter(hasColumn)
    .map((field) => {
      const table = tableName(entityById(service, field.type.entity));
      return foreignKey(tableName(entity), columnName(field), columnName(field), table);
    });
}

function linkTables(service: Service, entity: Entity): readonly Table[] {
  return entity.fields
    .filter(isReference)
    .filter((field) => !hasColumn(field))
    .map((field) => {
      const name = linkTableName(entity, field);
      const target = tableName(entityById(service, field.type.entity));
      const key = ['_tenant', 'source_id', 'target_id'];
      return {
        name,
        ...(field.formerly !== undefined && { formerly: linkTableName(entity, asFormerly(field)) }),
        columns: key.map((column) => ({ name: column, type: UUID, required: true })),
        primaryKey: key,
        foreignKeys: [
          foreignKey(name, 'source_id', 'source_id', tableName(entity)),
          foreignKey(name, columnName(field), 'target_id', target),
        ],
        indexes: [index(name, 'target_id', ['target_id', 'source_id'])],
      };
    });
}

function foreignKey(owner: string, what: string, column: string, table: string): ForeignKey {
  return { name: `${sqlName(`${owner}_${what}`)}_fkey`, column, table };
}

/** Each index begins with the tenant. */
function indexes(service: Service, entity: Entity, stored: readonly Field[]): readonly Index[] {
  const table = tableName(entity);
  const own = stored
    .filter((field) => hasOwnIndex(entity, field))
    .map((field) => ({ name: uniqueIndexName(entity, field), fields: [field] }));
  const unique = [...own, ...keyIndexes(entity)].map(({ name, fields }) => ({
    name,
    unique: true,
    parts: [{ column: '_tenant' }, ...fields.map(keyPart)],
  }));
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

function keyPart(field: Field): IndexPart {
  const column = columnName(field);
  switch (field.type.kind) {
    case 'email':
      return { column, as: 'lower' };
    case 'json':
    case 'list':
      return { column, as: 'text' };
    default:
      return { column };
  }
}

function index(table: string, name: string, columns: readonly string[]): Index {
  return {
    name: `${sqlName(`${table}_${name}`)}_idx`,
    unique: false,
    parts: ['_tenant', ...columns].map((column) => ({ column })),
  };
}
