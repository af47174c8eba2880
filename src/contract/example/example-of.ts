import type { Entity, Field, FieldType } from '#blueprint';
import type { Schema } from '../openapi/document.ts';
import { exampleFromPattern } from './example-from-pattern.ts';
import { exampleId } from './example-id.ts';
import { exampleDecimal, exampleNumber } from './example-number.ts';
import { exampleText } from './example-text.ts';
import type { TextKind } from './example-text.ts';
import { exampleDate } from './example-date.ts';

/** A realistic value of a field that its schema accepts; the same on every machine. */
export function exampleOf(entity: Entity, field: Field, schema: Schema): unknown {
  const options = schema.enum?.filter((value) => value !== null) ?? [];
  return options.length > 0 ? options[0] : valueOf(field.type, entity, field, schema);
}

function valueOf(type: FieldType, entity: Entity, field: Field, schema: Schema): unknown {
  switch (type.kind) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'phone':
      return textOf(type.kind, field, schema);
    case 'integer':
      return exampleNumber(field, true);
    case 'number':
      return exampleNumber(field, false);
    case 'boolean':
      return field.default?.kind === 'value' ? field.default.value : true;
    case 'uuid':
      return exampleId(field.id);
    case 'date':
      return exampleDate(entity, field);
    case 'datetime':
      return `${exampleDate(entity, field)}T09:30:00.000Z`;
    case 'decimal':
      return exampleDecimal(field, type.precision, type.scale);
    case 'money':
      return exampleDecimal(field, 15, 2);
    case 'enum':
      return type.values[0]?.value ?? '';
    case 'json':
      return { theme: 'dark' };
    case 'list': {
      const { minItems = 1, maxItems = 1 } = schema;
      const item = valueOf(type.items, entity, { ...field, required: true }, schema.items ?? {});
      return Array.from({ length: Math.min(Math.max(minItems, 1), maxItems) }, () => item);
    }
    case 'reference':
      return type.cardinality === 'one' ? exampleId(type.entity) : [exampleId(type.entity)];
  }
}

function textOf(kind: TextKind, field: Field, schema: Schema): string {
  const text = fitted(kind, exampleText(kind, field), schema);
  if (field.pattern === undefined || matches(field.pattern, text)) return text;
  return exampleFromPattern(field.pattern, schema.minLength) ?? text;
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text);
  } catch {
    return false;
  }
}

function fitted(kind: TextKind, text: string, schema: Schema): string {
  const { minLength = 0, maxLength = Infinity } = schema;
  const characters = Array.from(text);
  if (characters.length > maxLength && shortest[kind] !== undefined) return shortest[kind];
  const cut = characters.slice(0, maxLength).join('').trim() || 'x';
  return cut + 'x'.repeat(Math.max(0, minLength - Array.from(cut).length));
}

/** What would be no value of its kind if it were cut. */
const shortest: Readonly<Partial<Record<TextKind, string>>> = {
  email: 'a@b.co',
  url: 'http://a.b',
  phone: '12345',
};
