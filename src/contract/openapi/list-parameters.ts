import type { Entity, FieldType } from '#blueprint';
import { exampleOf } from '../example/example-of.ts';
import { listFilters, searchableFields, sortableProperties } from '../list-query.ts';
import type { FilterOperator, ListFilter, ListProperty } from '../list-query.ts';
import { patterns } from '../patterns.ts';
import type { Parameter, Reference, Schema } from './document.ts';
import { shared } from './shared-parameters.ts';
import { typeSchema } from './type-schema.ts';

/** The query parameters of all lists (SP-3). */
export interface ListQueries {
  readonly components: Readonly<Record<string, Parameter>>;
  /** What the operations of an entity's lists say to have them, by the id of the entity. */
  readonly references: ReadonlyMap<string, readonly Reference[]>;
}

/**
 * Filters that are the same wherever a property of that name is are one component, such as `price.gte`:
 * in a service of many entities most are. Any other belongs to its entity: `Order.status.eq`, `Order.sort`.
 */
export function listQueries(
  entities: readonly Entity[],
  recordOf: (entity: Entity) => string,
): ListQueries {
  // Most of a large contract are its lists: what several of them say in the same words is one object.
  const first = new Map<string, Filter>();
  const lists = entities.map((entity) => ({
    entity,
    filters: listFilters(entity).map((filter) => filterOf(entity, filter, first)),
  }));
  const all = lists.flatMap(({ filters }) => filters);
  const differing = new Set(all.flatMap((own) => (first.get(own.key) === own ? [] : own.key)));
  const refer = references();
  const components: Record<string, Parameter> = {};
  const ofLists = new Map<string, readonly Reference[]>();
  for (const { entity, filters } of lists) {
    const record = recordOf(entity);
    const own = [{ key: `${record}.sort`, parameter: sortParameter(entity) }];
    for (const { key, parameter } of filters)
      own.push({ key: differing.has(key) ? `${record}.${key}` : key, parameter });
    for (const { key, parameter } of own) components[key] ??= parameter;
    const q = searchableFields(entity).length > 0 ? [shared('q')] : [];
    ofLists.set(entity.id, [
      shared('limit'),
      shared('cursor'),
      ...q,
      ...own.map(({ key }) => refer(key)),
    ]);
  }
  return { components, references: ofLists };
}

/** A filter of a list, under the key that it has if no other list has another of that key. */
interface Filter {
  readonly key: string;
  readonly parameter: Parameter;
  readonly text: string;
  /** Of a property that every record has. */
  readonly isOfAll: boolean;
}

/** The filter, or the first of its key, kept in `first`, where that is the same. */
function filterOf(entity: Entity, filter: ListFilter, first: Map<string, Filter>): Filter {
  const key = `${filter.property.name}.${filter.operator}`;
  const isOfAll = filter.property.field === undefined;
  const known = first.get(key);
  if (known?.isOfAll === true && isOfAll) return known;
  const parameter = filterParameter(entity, filter);
  const text = JSON.stringify(parameter);
  if (known?.text === text) return known;
  const own = { key, parameter, text, isOfAll };
  if (known === undefined) first.set(key, own);
  return own;
}

/** Gives references to the components of keys, one for each key. */
function references(): (key: string) => Reference {
  const made = new Map<string, Reference>();
  return (key) => {
    const known = made.get(key) ?? { $ref: `#/components/parameters/${key}` };
    made.set(key, known);
    return known;
  };
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
      uniqueItems: true,
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
