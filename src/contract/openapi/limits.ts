import type { Bound, Field } from '#blueprint';
import { decimalInput, patterns, wholeValue } from '../patterns.ts';
import type { Limit, Schema } from './document.ts';

/** A request schema narrowed by what the field says of length, pattern, lowest and highest value. */
export function withLimits(schema: Schema, field: Field): Schema {
  const { type } = field;
  switch (type.kind) {
    case 'integer':
    case 'number':
      return { ...schema, ...numberLimits(field, schema) };
    case 'decimal':
      return { ...schema, ...sign(type.precision, type.scale, field), ...comparedAsText(field) };
    case 'money':
      return { ...schema, ...sign(15, 2, field), ...comparedAsText(field) };
    case 'date':
    case 'datetime':
      return { ...schema, ...comparedAsText(field) };
    case 'list':
      return {
        ...schema,
        ...(field.minLength === undefined ? {} : { minItems: field.minLength }),
        ...(field.maxLength === undefined ? {} : { maxItems: field.maxLength }),
      };
    case 'string':
    case 'text':
      return withLength(schema, field, field.required);
    case 'email':
    case 'url':
    case 'phone':
      return withLength(schema, field, false);
    default:
      return schema;
  }
}

function withLength(schema: Schema, field: Field, filled: boolean): Schema {
  const minLength = Math.max(field.minLength ?? 0, schema.minLength ?? 0, filled ? 1 : 0);
  const ours = filled ? patterns.filled : schema.pattern;
  return {
    ...schema,
    ...(minLength > 0 ? { minLength } : {}),
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(ours === undefined ? {} : { pattern: ours }),
    ...(field.pattern === undefined
      ? {}
      : { allOf: [...(schema.allOf ?? []), { pattern: wholeValue(field.pattern) }] }),
  };
}

function numberLimits({ min, max }: Field, { minimum, maximum }: Schema): Schema {
  const lowest = number(min, minimum, Math.max);
  const highest = number(max, maximum, Math.min);
  return {
    ...(lowest !== undefined && { [min?.exclusive ? 'exclusiveMinimum' : 'minimum']: lowest }),
    ...(highest !== undefined && { [max?.exclusive ? 'exclusiveMaximum' : 'maximum']: highest }),
  };
}

function number(
  bound: Bound | undefined,
  limit: number | undefined,
  nearer: (a: number, b: number) => number,
): number | undefined {
  if (bound === undefined) return undefined;
  const value = Number(bound.value);
  return limit === undefined ? value : nearer(value, limit);
}

/** JSON Schema can't compare decimals as text, but it can do without a minus. */
function sign(precision: number, scale: number, { min }: Field): Schema {
  const positive = min !== undefined && !min.value.startsWith('-');
  return positive ? { pattern: decimalInput(precision, scale, false) } : {};
}

function comparedAsText({ min, max }: Field): Schema {
  return { ...(min && { 'x-minimum': limit(min) }), ...(max && { 'x-maximum': limit(max) }) };
}

/** The keys in our order, whatever theirs is. */
function limit({ value, exclusive }: Bound): Limit {
  return { value, exclusive };
}
