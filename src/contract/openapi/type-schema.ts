import type { FieldType } from '#blueprint';
import { decimalInput, decimalOutput, patterns } from '../patterns.ts';
import type { Schema } from './document.ts';

/** Requests are held to the letter; answers are promised in one canonical form. */
export type Side = 'request' | 'answer';

/** The limits of integers that every JSON reader keeps exactly (SP-1.6). */
export const SAFE_INTEGER = Number.MAX_SAFE_INTEGER;

/** The schema of a value of a type, before the limits of its field. `json` names the schema of any JSON. */
export function typeSchema(type: FieldType, side: Side, json: string): Schema {
  const answer = side === 'answer';
  switch (type.kind) {
    case 'string':
      return text(255, patterns.text, answer);
    case 'text':
      return text(10_000, patterns.text, answer);
    case 'email':
      return {
        ...text(254, patterns.email, answer),
        ...(answer ? {} : emailName),
        format: 'email',
      };
    case 'url':
      return { ...text(2048, patterns.url, answer), format: 'uri' };
    case 'phone':
      return answer
        ? { type: 'string' }
        : { type: 'string', minLength: 5, maxLength: 32, pattern: patterns.phone };
    case 'uuid':
      return uuid(answer);
    case 'date':
      return { type: 'string', format: 'date', ...(answer ? {} : { pattern: patterns.date }) };
    case 'datetime':
      return {
        type: 'string',
        format: 'date-time',
        pattern: answer ? patterns.utcTime : patterns.time,
      };
    case 'integer':
      return { type: 'integer', format: 'int64', minimum: -SAFE_INTEGER, maximum: SAFE_INTEGER };
    case 'number':
      return { type: 'number', format: 'double' };
    case 'boolean':
      return { type: 'boolean' };
    case 'decimal':
      return decimal(type.precision, type.scale, answer);
    case 'money':
      return decimal(15, 2, answer);
    case 'enum':
      return { type: 'string', enum: type.values.map(({ value }) => value) };
    case 'json':
      return { $ref: `#/components/schemas/${json}` };
    case 'list':
      return { type: 'array', items: typeSchema(type.items, side, json), maxItems: 100 };
    case 'reference':
      return type.cardinality === 'one'
        ? uuid(answer)
        : { type: 'array', items: uuid(answer), uniqueItems: true };
  }
}

/** Two patterns, because one with both conditions would need a look ahead, which not every language has. */
export const emailName: Schema = { allOf: [{ pattern: patterns.emailName }] };

/** The same schema, for a value that may be absent. */
export function nullable(schema: Schema): Schema {
  const type = schema.type;
  if (typeof type !== 'string') return schema;
  const options = schema.enum && { enum: [...schema.enum, null] };
  return { ...schema, type: [type, 'null'], ...options };
}

function text(maxLength: number, pattern: string, answer: boolean): Schema {
  return answer ? { type: 'string' } : { type: 'string', maxLength, pattern };
}

function uuid(answer: boolean): Schema {
  return {
    type: 'string',
    format: 'uuid',
    pattern: answer ? patterns.lowerUuid : patterns.uuid,
  };
}

function decimal(precision: number, scale: number, answer: boolean): Schema {
  const pattern = answer ? decimalOutput(precision, scale) : decimalInput(precision, scale);
  return { type: 'string', pattern };
}
