import { entityById, jsonName } from '#blueprint';
import type { Bound, DefaultValue, Entity, Field, FieldType, ItemType, Service } from '#blueprint';
import { wholeValue } from '#contract';
import { array, call, literal, object } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { hasOwnIndex } from '../../shared/database/indexes.ts';
import { columnName, derivedColumn } from '../../shared/database/sql-names.ts';
import { canonicalValue } from '../../shared/entity/canonical-value.ts';

type Options = Readonly<Record<string, Code | undefined>>;

/** The definition of a field, such as `integer({ required: true, min: 1 })`. */
export function fieldCode(service: Service, entity: Entity, field: Field, imports: Imports): Code {
  const { type } = field;
  const use = (name: string) => imports.value('../../fields/index.ts', name);
  const options = fieldOptions(entity, field, use);
  const given = Object.values(options).some((value) => value !== undefined)
    ? [object(options)]
    : [];
  switch (type.kind) {
    case 'reference':
      return call(
        use(type.cardinality === 'many' ? 'references' : 'reference'),
        literal(entityById(service, type.entity).name),
        ...given,
      );
    case 'list':
      return call(use('list'), itemCode(type.items, use), ...given);
    default:
      return itemCode(type, use, given);
  }
}

function itemCode(
  type: ItemType,
  use: (name: string) => string,
  given: readonly Code[] = [],
): Code {
  switch (type.kind) {
    case 'enum':
      return call(use('oneOf'), array(type.values.map(({ value }) => literal(value))), ...given);
    case 'decimal':
      return call(use('decimal'), String(type.precision), String(type.scale), ...given);
    default:
      return call(use(type.kind), ...given);
  }
}

function fieldOptions(entity: Entity, field: Field, use: (name: string) => string): Options {
  const { type } = field;
  const isList = type.kind === 'list';
  const yes = (value: boolean) => (value ? 'true' : undefined);
  const number = (value: number | undefined) => (value === undefined ? undefined : String(value));
  return {
    required: yes(field.required),
    unique: yes(hasOwnIndex(entity, field)),
    readOnly: yes(field.readOnly),
    secret: yes(field.secret),
    account: field.account && literal(field.account),
    default: field.default && defaultCode(type, field.default, use),
    [field.min?.exclusive ? 'above' : 'min']: boundCode(type, field.min),
    [field.max?.exclusive ? 'below' : 'max']: boundCode(type, field.max),
    [isList ? 'minItems' : 'minLength']: number(field.minLength),
    [isList ? 'maxItems' : 'maxLength']: number(field.maxLength),
    pattern: field.pattern === undefined ? undefined : patternCode(field.pattern),
    ...referenceOptions(field),
    column:
      columnName(field) === derivedColumn(jsonName(field)) ? undefined : literal(columnName(field)),
  };
}

function referenceOptions(field: Field): Options {
  const { name, type } = field;
  if (type.kind !== 'reference') return {};
  // `memberIds` may be `members` or `member`, and a digit after a hyphen can't be told from camelCase.
  const stem = jsonName(field).replace(/Ids?$/, '');
  const role = derivedColumn(stem).replaceAll('_', '-');
  return {
    onDelete: type.onDelete === 'restrict' ? undefined : literal(type.onDelete),
    as: role === name ? undefined : literal(name),
  };
}

function boundCode(type: FieldType, bound: Bound | undefined): Code | undefined {
  if (!bound) return undefined;
  if (type.kind === 'integer' || type.kind === 'number') return String(Number(bound.value));
  return literal(canonicalValue(type, bound.value));
}

function defaultCode(type: FieldType, given: DefaultValue, use: (name: string) => string): Code {
  if (given.kind !== 'value') return use(given.kind);
  const { value } = given;
  if (typeof value === 'string') return literal(canonicalValue(type, value));
  return Array.isArray(value) ? array(value.map(literal)) : String(value);
}

function patternCode(pattern: string): Code {
  return `/${new RegExp(wholeValue(pattern), 'u').source}/u`;
}
