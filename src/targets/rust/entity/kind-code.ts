import type { Bound, Entity, Field, FieldType, ItemType } from '#blueprint';
import { wholeValue } from '#contract';
import { canonicalValue } from '../../shared/entity/canonical-value.ts';
import type { Uses } from '../emit/uses.ts';
import { choiceType } from '../names.ts';
import { patternLiteral, rawLiteral } from './pattern.ts';

/** The kind of a field, such as `Integer::new().min(1)`: how its values are read and kept. */
export function kindCode(entity: Entity, field: Field, uses: Uses): string {
  const { type } = field;
  const use = (name: string) => uses.use('crate::fields', name);
  switch (type.kind) {
    case 'reference':
      return `${use(type.cardinality === 'many' ? 'IdSet' : 'Id')}::new()`;
    case 'list':
      return [
        `${use('Items')}::new(${itemCode(type.items, choiceType(entity, field), use)})`,
        ...method('min_items', field.minLength),
        ...method('max_items', field.maxLength),
      ].join('');
    default:
      return itemCode(type, choiceType(entity, field), use) + optionsOf(field);
  }
}

function itemCode(type: ItemType, choices: string, use: (name: string) => string): string {
  switch (type.kind) {
    case 'enum':
      return `${use('ChoiceOf')}::<${choices}>::new()`;
    case 'decimal':
      return `${use('Exact')}::new(${type.precision}, ${type.scale})`;
    case 'money':
      return `${use('Exact')}::money()`;
    default:
      return `${use(kinds[type.kind])}::new()`;
  }
}

const kinds = {
  string: 'Line',
  text: 'Text',
  integer: 'Integer',
  number: 'Number',
  boolean: 'Flag',
  date: 'Day',
  datetime: 'Time',
  uuid: 'Id',
  email: 'Email',
  url: 'Url',
  phone: 'Phone',
  json: 'FreeJson',
} as const;

function optionsOf({ type, required, min, max, minLength, maxLength, pattern }: Field): string {
  const filled = required && (type.kind === 'string' || type.kind === 'text');
  return [
    filled ? '.filled()' : '',
    ...bound('min', 'above', type, min),
    ...bound('max', 'below', type, max),
    ...method('min_length', minLength),
    ...method('max_length', maxLength),
    pattern === undefined ? '' : patternCode(wholeValue(pattern)),
  ].join('');
}

function patternCode(pattern: string): string {
  const shown = rawLiteral(new RegExp(pattern, 'u').source);
  return `.pattern(${patternLiteral(pattern)}, ${shown})?`;
}

function bound(
  inclusive: string,
  exclusive: string,
  type: FieldType,
  limit: Bound | undefined,
): readonly string[] {
  if (!limit) return [];
  const name = limit.exclusive ? exclusive : inclusive;
  return [`.${name}(${boundCode(type, limit.value)})`];
}

function boundCode(type: FieldType, value: string): string {
  if (type.kind === 'integer') return String(Number(value));
  if (type.kind === 'number') return float(Number(value));
  return `"${canonicalValue(type, value)}"`;
}

/** `5.0` */
export function float(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`;
}

function method(name: string, value: number | undefined): readonly string[] {
  return value === undefined ? [] : [`.${name}(${value})`];
}
