import { isReference } from '#blueprint';
import type { Entity, Field } from '#blueprint';
import { columnName, sqlName, tableName } from './sql-names.ts';

/** PostgreSQL cuts longer names. */
const LONGEST = 63;

/** A unique index over fields, beside the tenant. */
export interface KeyIndex {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** The name that a service expects for the index of a unique field. */
export function uniqueIndexName(entity: Entity, field: Field): string {
  return `${tableName(entity)}_${columnName(field)}_key`;
}

/** True if the service can work out the name of a field's unique index: PostgreSQL cuts longer ones. */
export function hasOwnIndex(entity: Entity, field: Field): boolean {
  return field.unique && uniqueIndexName(entity, field).length <= LONGEST;
}

/** The combinations that are unique: those stated, and unique fields whose own index has too long a name. */
export function keyIndexes(entity: Entity): readonly KeyIndex[] {
  const stated = entity.keys.map(({ fields }) =>
    entity.fields.filter((field) => fields.includes(field.name) && hasColumn(field)),
  );
  const single = entity.fields.filter(
    (field) => field.unique && !hasOwnIndex(entity, field) && hasColumn(field),
  );
  return [...stated, ...single.map((field) => [field])]
    .filter((fields) => fields.length > 0)
    .map((fields) => ({
      name: `${sqlName(`${tableName(entity)}_${fields.map(columnName).join('_')}`)}_key`,
      fields,
    }));
}

/** References to many are kept in tables of their own. */
export function hasColumn(field: Field): boolean {
  return !(isReference(field) && field.type.cardinality === 'many');
}
