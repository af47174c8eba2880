import type { Field } from '../fields/field.ts';
import { parseUuid } from '../fields/text.ts';
import { datetime } from '../fields/time.ts';
import { invalidParameter } from '../http/problem.ts';
import type { Query } from '../http/query.ts';
import type { Model } from './model.ts';

export type FilterOperator = 'eq' | 'ne' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'null' | 'contains';

export interface Filter {
  readonly property: Listed;
  readonly operator: FilterOperator;
  /** In the form of the JSON; for `null`: whether it must be missing. */
  readonly values: readonly unknown[];
}

/** A property that lists can be sorted or filtered by. */
export interface Listed {
  readonly name: string;
  readonly column: string;
  readonly field: Field;
  /** True if it may be missing. */
  readonly nullable: boolean;
}

export interface Sort {
  readonly property: Listed;
  readonly descending: boolean;
}

/** What a list was asked for. */
export interface ListQuery {
  readonly limit: number;
  readonly sort: readonly Sort[];
  readonly filters: readonly Filter[];
  readonly q: string | undefined;
  readonly cursor: string | undefined;
}

/** The parameters that a list has, by what follows the name of a property. */
const OPERATORS: Readonly<Record<string, FilterOperator>> = {
  '': 'eq',
  '[ne]': 'ne',
  '[in]': 'in',
  '[gt]': 'gt',
  '[gte]': 'gte',
  '[lt]': 'lt',
  '[lte]': 'lte',
  '[null]': 'null',
};
const MOST_OPTIONS = 50;
const MOST_SORTS = 3;
const time = datetime({ required: true });

/** What lists of a model can be sorted and filtered by. */
export function listedProperties({ columns }: Model): ReadonlyMap<string, Listed> {
  const own = columns
    .filter(({ field }) => field.parse && !field.secret)
    .map(({ name, column, field }) => ({ name, column, field, nullable: mayBeMissing(field) }));
  return new Map(
    [
      ...own,
      { name: 'createdAt', column: 'created_at', field: time, nullable: false },
      { name: 'updatedAt', column: 'updated_at', field: time, nullable: false },
    ].map((listed) => [listed.name, listed]),
  );
}

/** @throws a problem 400 that names the parameter */
export function readListQuery(
  model: Model,
  listed: ReadonlyMap<string, Listed>,
  query: Query,
  pageSize: number,
): ListQuery {
  const filters: Filter[] = [];
  for (const [parameter, text] of query) {
    if (['limit', 'cursor', 'sort', 'q'].includes(parameter)) continue;
    filters.push(readFilter(model, listed, parameter, text));
  }
  const q = query.get('q');
  if (q !== undefined && searchedColumns(model).length === 0)
    throw invalidParameter('q', 'is not known');
  if (q !== undefined && (q === '' || q.length > 200 || Array.from(q).length > 100)) {
    throw invalidParameter('q', 'must have 1 to 100 characters');
  }
  return {
    limit: readLimit(query, pageSize),
    sort: readSort(listed, query.get('sort') ?? '-createdAt'),
    filters,
    q,
    cursor: query.get('cursor'),
  };
}

export function readLimit(query: Query, pageSize: number): number {
  const text = query.get('limit');
  if (text === undefined) return pageSize;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 100) throw invalidParameter('limit', 'must be from 1 to 100');
  return limit;
}

function readSort(listed: ReadonlyMap<string, Listed>, text: string): readonly Sort[] {
  const parts = text.split(',', MOST_SORTS + 1);
  if (parts.length > MOST_SORTS) throw invalidParameter('sort', 'takes at most three properties');
  const sort = parts.map((part) => {
    const descending = part.startsWith('-');
    const property = listed.get(descending ? part.slice(1) : part);
    if (!property) throw invalidParameter('sort', 'names a property that can not be sorted by');
    return { property, descending };
  });
  if (new Set(sort.map(({ property }) => property)).size < sort.length) {
    throw invalidParameter('sort', 'names a property twice');
  }
  return sort;
}

function readFilter(
  model: Model,
  listed: ReadonlyMap<string, Listed>,
  parameter: string,
  text: string,
): Filter {
  const bracket = parameter.indexOf('[');
  const name = bracket === -1 ? parameter : parameter.slice(0, bracket);
  const operator = OPERATORS[parameter.slice(name.length)];
  const link = model.links.find((candidate) => candidate.name === name && !candidate.field.secret);
  if (link && operator === 'eq') {
    const values = [readId(parameter, text)];
    return { property: { ...link, nullable: false }, operator: 'contains', values };
  }
  const property = listed.get(name);
  if (!property || !operator || !takes(property, operator)) {
    throw invalidParameter(parameter, 'is not known');
  }
  if (operator === 'null') {
    if (text !== 'true' && text !== 'false')
      throw invalidParameter(parameter, 'must be true or false');
    return { property, operator, values: [text === 'true'] };
  }
  const texts = operator === 'in' ? text.split(',', MOST_OPTIONS + 1) : [text];
  if (texts.length > MOST_OPTIONS) throw invalidParameter(parameter, 'takes at most 50 values');
  const values = texts.map((part) => {
    const value = property.field.parse?.(part);
    if (value === undefined) throw invalidParameter(parameter, 'has a value that is not valid');
    return value;
  });
  return { property, operator, values };
}

/** What only the service can set may be missing although it is required. */
function mayBeMissing(field: Field): boolean {
  return !field.required || (field.readOnly && field.default === undefined);
}

function takes({ field }: Listed, operator: FilterOperator): boolean {
  if (operator === 'null') return !field.required;
  return field.ordered === true || operator === 'eq' || operator === 'ne' || operator === 'in';
}

function readId(parameter: string, text: string): string {
  const id = parseUuid(text);
  if (id === undefined) throw invalidParameter(parameter, 'must be a UUID');
  return id;
}

/** The columns that `q` looks into. */
export function searchedColumns({ columns }: Model): readonly string[] {
  return columns
    .filter(({ field }) => field.searchable && !field.secret)
    .map(({ column }) => column);
}
