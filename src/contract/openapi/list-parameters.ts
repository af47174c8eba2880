import type { Entity, FieldType } from '#blueprint';
import { exampleOf } from '../example/example-of.ts';
import { listFilters, searchableFields, sortableProperties } from '../list-query.ts';
import type { FilterOperator, ListFilter, ListProperty } from '../list-query.ts';
import { patterns } from '../patterns.ts';
import type { Parameter, Reference, Schema } from './document.ts';
import { shared } from './shared-parameters.ts';
import { typeSchema } from './type-schema.ts';

/** The query parameters of an entity's lists (SP-3): components, and what operations say to have them. */
export interface ListQuery {
  readonly components: Readonly<Record<string, Parameter>>;
  readonly references: readonly Reference[];
}

/** Keys are like `Order.sort`, `Order.price.gte`; filters of `createdAt` and `updatedAt` are shared by all entities. */
export function listQuery(entity: Entity, record: string): ListQuery {
  const filters = listFilters(entity).map((filter): [string, Parameter] => {
    const { operator, property } = filter;
    const name = operator === 'eq' ? property.name : `${property.name}.${operator}`;
    const key = property.field === undefined ? name : `${record}.${name}`;
    return [key, filterParameter(entity, filter)];
  });
  const components = { [`${record}.sort`]: sortParameter(entity), ...Object.fromEntries(filters) };
  const keys = Object.keys(components).map((key) => ({ $ref: `#/components/parameters/${key}` }));
  const q = searchableFields(entity).length > 0 ? [shared('q')] : [];
  return { components, references: [shared('limit'), shared('cursor'), ...q, ...keys] };
}

function sortParameter(entity: Entity): Parameter {
  const names = sortableProperties(entity).map(({ name }) => name);
  return {
    name: 'sort',
    in: 'query',
    description: 'Up to three properties, `-` for descending; missing values come last.',
    style: 'form',
    explode: false,
    schema: {
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: { type: 'string', enum: names.flatMap((name) => [name, `-${name}`]) },
      default: ['-createdAt'],
    },
    example: ['-createdAt'],
  };
}

function filterParameter(entity: Entity, { parameter, operator, property }: ListFilter): Parameter {
  const schema = filterSchema(property, operator);
  const list = operator === 'in' ? ({ style: 'form', explode: false } as const) : {};
  return {
    name: parameter,
    in: 'query',
    description: `${property.name} ${meanings[operator]}`,
    ...list,
    schema,
    example: filterExample(entity, property, operator),
  };
}

const meanings: Readonly<Record<FilterOperator, string>> = {
  eq: 'is this.',
  ne: 'is not this.',
  in: 'is one of these.',
  gt: 'is more than this.',
  gte: 'is this or more.',
  lt: 'is less than this.',
  lte: 'is this or less.',
  null: 'is missing (`true`) or not (`false`).',
};

function filterSchema({ type }: ListProperty, operator: FilterOperator): Schema {
  if (operator === 'null') return { type: 'boolean' };
  const value = querySchema(type);
  if (operator !== 'in') return value;
  return { type: 'array', items: canHoldComma(value) ? noComma : value, minItems: 1, maxItems: 50 };
}

/** A comma ends a value of the list, so that none can hold one. */
const noComma: Schema = { type: 'string', pattern: String.raw`^[^,\u0000]*$` };

function canHoldComma({ pattern, enum: options }: Schema): boolean {
  return (
    pattern === patterns.text || options?.some((value) => String(value).includes(',')) === true
  );
}

/** A value in a query: text is compared as it is, whether or not the field could hold it. */
function querySchema(type: FieldType): Schema {
  switch (type.kind) {
    case 'string':
    case 'email':
    case 'url':
    case 'phone':
      return { type: 'string', pattern: patterns.text };
    case 'reference':
      return { type: 'string', format: 'uuid', pattern: patterns.uuid };
    default:
      return typeSchema(type, 'request', '');
  }
}

function filterExample(entity: Entity, property: ListProperty, operator: FilterOperator): unknown {
  if (operator === 'null') return false;
  const { field } = property;
  if (field === undefined) return inList('2026-03-02T09:30:00.000Z', operator);
  const value = exampleOf(entity, field, {
    ...typeSchema(field.type, 'request', ''),
    ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  });
  return inList(Array.isArray(value) ? value[0] : value, operator);
}

function inList(value: unknown, operator: FilterOperator): unknown {
  if (operator !== 'in') return value;
  return [typeof value === 'string' ? value.replaceAll(',', '') : value];
}
