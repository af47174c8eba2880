import type { Bound, Entity, Field, FieldType, ItemType } from '#blueprint';
import { wholeValue } from '#contract';
import { canonicalValue } from '../../shared/entity/canonical-value.ts';
import { call, literal } from '../emit/code.ts';
import type { Code } from '../emit/code.ts';
import type { Imports } from '../emit/imports.ts';
import { patternLiteral } from './pattern.ts';

type Options = Readonly<Record<string, Code | undefined>>;

/** The kind of a field, such as `Integer(min=1)`: how its values are read and shown. */
export function kindCode(field: Field, imports: Imports): Code {
  const { type } = field;
  const use = (name: string) => imports.use('app.fields', name);
  switch (type.kind) {
    case 'reference':
      return call(use(type.cardinality === 'many' ? 'IdSet' : 'Id'), []);
    case 'list':
      return call(use('Items'), [itemCode(type.items, use, {})], {
        min_items: number(field.minLength),
        max_items: number(field.maxLength),
      });
    default:
      return itemCode(type, use, optionsOf(field));
  }
}

function itemCode(type: ItemType, use: (name: string) => string, options: Options): Code {
  switch (type.kind) {
    case 'enum':
      return call(
        use('Choice'),
        type.values.map(({ value }) => literal(value)),
      );
    case 'decimal':
      return call(use('ExactNumber'), [String(type.precision), String(type.scale)], options);
    default:
      return call(use(classes[type.kind]), [], options);
  }
}

const classes = {
  string: 'Line',
  text: 'Text',
  integer: 'Integer',
  number: 'Number',
  boolean: 'Flag',
  date: 'Day',
  datetime: 'Moment',
  uuid: 'Id',
  email: 'Email',
  url: 'Url',
  phone: 'Phone',
  json: 'FreeJson',
  money: 'Money',
} as const;

function optionsOf(field: Field): Options {
  const { type, min, max, pattern } = field;
  const filled = field.required && (type.kind === 'string' || type.kind === 'text');
  return {
    filled: filled ? 'True' : undefined,
    [min?.exclusive ? 'above' : 'min']: boundCode(type, min),
    [max?.exclusive ? 'below' : 'max']: boundCode(type, max),
    min_length: number(field.minLength),
    max_length: number(field.maxLength),
    pattern: pattern === undefined ? undefined : patternLiteral(wholeValue(pattern)),
    shown: pattern === undefined ? undefined : literal(new RegExp(wholeValue(pattern), 'u').source),
  };
}

function boundCode(type: FieldType, bound: Bound | undefined): Code | undefined {
  if (!bound) return undefined;
  if (type.kind === 'integer' || type.kind === 'number') return String(Number(bound.value));
  return literal(canonicalValue(type, bound.value));
}

function number(value: number | undefined): Code | undefined {
  return value === undefined ? undefined : String(value);
}

/** True for a property that requests set and answers do not show on this entity's own terms. */
export function isWritable(field: Field): boolean {
  return !field.readOnly && !field.account;
}

/** True where a value may be missing from a record. */
export function isOptional(entity: Entity, field: Field): boolean {
  const settable = !field.readOnly || field.default !== undefined;
  const isState = entity.lifecycle?.field === field.name;
  return !((field.required && settable && field.account !== 'role') || isState);
}
