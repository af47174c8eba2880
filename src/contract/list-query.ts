import { jsonName, readableFields } from '#blueprint';
import type { Blueprint, Entity, Field, FieldType } from '#blueprint';

/** A property that a list can be sorted and filtered by: a field, or `createdAt` and `updatedAt`. */
export interface ListProperty {
  readonly name: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  /** Absent for the properties that every record has. */
  readonly field?: Field;
}

export type FilterOperator = 'eq' | 'ne' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'null';

/** One filter parameter of a list. */
export interface ListFilter {
  /** As in the query: `price`, `price[gte]`. */
  readonly parameter: string;
  readonly operator: FilterOperator;
  readonly property: ListProperty;
}

/** The parameters that every list has; a property of the same name has no `{property}=v`, but `[in]`. */
export const listParameters = ['limit', 'cursor', 'sort', 'q'] as const;

/** The properties that `sort` takes (SP-3.2), in the order of the record. */
export function sortableProperties(entity: Entity): readonly ListProperty[] {
  const fields = readableFields(entity).filter((field) => isSortable(field.type));
  return [...fields.map(propertyOf), systemProperty('createdAt'), systemProperty('updatedAt')];
}

/** All filter parameters of an entity's lists (SP-3.3). */
export function listFilters(entity: Entity): readonly ListFilter[] {
  const many = readableFields(entity).filter(
    ({ type }) => type.kind === 'reference' && type.cardinality === 'many',
  );
  return [...sortableProperties(entity), ...many.map(propertyOf)].flatMap((property) =>
    operatorsOf(property).map((operator) => ({
      parameter: operator === 'eq' ? property.name : `${property.name}[${operator}]`,
      operator,
      property,
    })),
  );
}

/** The fields that `q` looks into (SP-3.4); without any, the list has no `q`. */
export function searchableFields(entity: Entity): readonly Field[] {
  const kinds = ['string', 'text', 'email', 'url', 'phone'];
  return readableFields(entity).filter((field) => kinds.includes(field.type.kind));
}

/** How many records a page has if the caller does not say (SP-3.1). */
export function defaultPageSize(blueprint: Blueprint): number {
  const stated = blueprint.system.qualities.find(
    ({ category, value }) => category === 'page-size' && value !== undefined,
  )?.value;
  return stated === undefined ? 20 : Math.min(100, Math.max(1, Math.trunc(stated)));
}

function operatorsOf({ name, type, nullable }: ListProperty): readonly FilterOperator[] {
  if (type.kind === 'reference' && type.cardinality === 'many') return ['eq'];
  const ours: readonly string[] = listParameters;
  return [
    ...(ours.includes(name) ? [] : (['eq'] as const)),
    'ne',
    'in',
    ...(isOrdered(type) ? (['gt', 'gte', 'lt', 'lte'] as const) : []),
    ...(nullable ? (['null'] as const) : []),
  ];
}

function propertyOf(field: Field): ListProperty {
  return { name: jsonName(field), type: field.type, nullable: !field.required, field };
}

function systemProperty(name: string): ListProperty {
  return { name, type: { kind: 'datetime' }, nullable: false };
}

function isSortable(type: FieldType): boolean {
  if (type.kind === 'reference') return type.cardinality === 'one';
  return type.kind !== 'text' && type.kind !== 'json' && type.kind !== 'list';
}

function isOrdered({ kind }: FieldType): boolean {
  return ['integer', 'number', 'decimal', 'money', 'date', 'datetime'].includes(kind);
}
