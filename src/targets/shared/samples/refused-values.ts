import { isReference } from '#blueprint';
import type { Field, FieldType } from '#blueprint';
import { accepts, LONGEST, LONGEST_LIST } from '#rules';
import { beyond } from './bounds.ts';
import { Repeated } from './repeated.ts';

/** A value that a field must refuse, and the code of SP-2.3 for it. */
export interface RefusedValue {
  readonly value: unknown;
  readonly code: string;
  /** What is to blame inside of the value, as the rest of a JSON pointer. */
  readonly inside?: string;
  /** In words, where the value itself says too little. */
  readonly words?: string;
}

/** Values of the wrong type, form, length or size, one for each thing that the field limits. */
export function refusedValues(field: Field): readonly RefusedValue[] {
  const missing = field.required && field.default === undefined;
  return [
    ...(missing ? [{ value: null, code: 'required', words: `no ${words(field)}` }] : []),
    ...ofType(field.type),
    ...ofLength(field),
    ...ofPattern(field),
    ...(isReference(field) ? [] : beyond(field)),
  ];
}

/** The name of a field in a sentence. */
export function words({ name }: Pick<Field, 'name'>): string {
  return name.replaceAll('-', ' ');
}

function ofType(type: FieldType): readonly RefusedValue[] {
  switch (type.kind) {
    case 'string':
    case 'text':
      return [{ value: 42, code: 'type' }];
    case 'email':
      return [
        { value: 'nobody', code: 'format' },
        { value: 'nobody@example', code: 'format' },
      ];
    case 'url':
      return [{ value: 'ftp://example.com', code: 'format' }];
    case 'phone':
      return [
        { value: 'call me', code: 'format' },
        { value: '+ (-) /', code: 'format' },
      ];
    case 'uuid':
      return [{ value: 'not-a-uuid', code: 'format' }];
    case 'integer':
      return [
        { value: 1.5, code: 'type' },
        { value: '1', code: 'type' },
      ];
    case 'number':
      return [{ value: '1', code: 'type' }];
    case 'decimal':
      return ofDecimal(type.precision, type.scale);
    case 'money':
      return ofDecimal(15, 2);
    case 'boolean':
      return [{ value: 'yes', code: 'type' }];
    case 'date':
      return [{ value: '2026-02-30', code: 'format' }];
    case 'datetime':
      return [
        { value: '2026-02-30T09:30:00Z', code: 'format' },
        { value: '2026-03-02', code: 'format' },
      ];
    case 'enum':
      return [{ value: 'no such value', code: 'enum' }];
    case 'list':
      return [
        { value: 'none', code: 'type' },
        ...ofType(type.items).map(({ value, code }) => ({ value: [value], code, inside: '/0' })),
      ];
    case 'reference':
      return [{ value: 'not-a-uuid', code: type.cardinality === 'one' ? 'format' : 'type' }];
    case 'json':
      return [];
  }
}

function ofDecimal(precision: number, scale: number): readonly RefusedValue[] {
  const whole = precision > scale ? '1' : '0';
  return [
    { value: 1, code: 'type' },
    { value: `${whole}.${'5'.repeat(scale + 1)}`, code: 'format' },
  ];
}

function ofLength(field: Field): readonly RefusedValue[] {
  const { type, minLength = 0 } = field;
  if (type.kind === 'list') return ofListLength(field);
  if (!(type.kind in LONGEST)) return [];
  const longest = field.maxLength ?? LONGEST[type.kind as keyof typeof LONGEST];
  const long = { value: new Repeated('x', longest + 1), code: 'too-long' };
  const blank = { value: '  ', code: 'required', words: `a blank ${words(field)}` };
  const isText = type.kind === 'string' || type.kind === 'text';
  return [
    { ...long, words: `${words(field)} of ${longest + 1} characters` },
    ...(isText && field.required ? [blank] : []),
    ...(isText && minLength > 1 ? [tooShort(field, minLength - 1)] : []),
  ];
}

function ofListLength({
  type,
  minLength = 0,
  maxLength = LONGEST_LIST,
  name,
}: Field): readonly RefusedValue[] {
  const isText = type.kind === 'list' && ['string', 'text'].includes(type.items.kind);
  return [
    ...(minLength > 0 ? [{ value: [], code: 'too-short' }] : []),
    ...(isText
      ? [
          {
            value: new Repeated('x', maxLength + 1, true),
            code: 'too-long',
            words: `${words({ name })} of ${maxLength + 1}`,
          },
        ]
      : []),
  ];
}

function tooShort(field: Field, length: number): RefusedValue {
  const what = `${words(field)} of ${length} character${length === 1 ? '' : 's'}`;
  return { value: new Repeated('x', length), code: 'too-short', words: what };
}

/** A text that is right but for the pattern. */
function ofPattern(field: Field): readonly RefusedValue[] {
  if (field.pattern === undefined) return [];
  const { pattern: _, ...free } = field;
  const least = field.minLength ?? 1;
  const wrong = ['?', 'x', '0', 'A', '-'].map((character) => character.repeat(Math.max(1, least)));
  const value = wrong.find((text) => accepts(free, text) && !accepts(field, text));
  return value === undefined ? [] : [{ value, code: 'pattern' }];
}
