import type { Limit, Schema } from '#contract';
import type { Random } from './random.ts';
import { sample } from './sample.ts';
import { flatten, typeOf } from './schema.ts';

/** A value worth trying where a schema stands, and what is special about it. Whether it is valid, the validator says. */
export interface Candidate {
  readonly value: unknown;
  readonly what: string;
}

/** All values worth trying for a schema: each limit just inside and just outside, other types, the odd. */
export function candidates(root: unknown, schema: Schema, random: Random): readonly Candidate[] {
  const flat = flatten(root, schema);
  const all = [...ofType(root, flat, random), ...otherTypes];
  const seen = new Set<string>();
  return all.filter(({ value }) => {
    const key = JSON.stringify(value) ?? 'undefined';
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Texts that a service must keep as they are, or refuse, and never act upon. */
const oddTexts: readonly Candidate[] = [
  { value: 'Ünï çødé 日本語 العربية 🚀👩‍👩‍👧', what: 'text of many scripts' },
  { value: `'; DROP TABLE users; --"`, what: 'SQL' },
  { value: '%_\\', what: 'wildcards of SQL' },
  { value: '<script>alert(1)</script>{{7*7}}${7*7}', what: 'markup and templates' },
  { value: '__proto__', what: 'the name of a prototype' },
  { value: 'a\u0001b\r\n\tc', what: 'control characters' },
  { value: 'a\u0000b', what: 'U+0000' },
  { value: '\ud800', what: 'a lone surrogate' },
  { value: '', what: 'an empty text' },
  { value: ' \t ', what: 'white space alone' },
];

const otherTypes: readonly Candidate[] = [
  { value: null, what: 'null' },
  { value: true, what: 'a boolean' },
  { value: 7, what: 'a number' },
  { value: '7', what: 'a number as text' },
  { value: 'true', what: 'a boolean as text' },
  { value: [], what: 'an empty list' },
  { value: {}, what: 'an empty object' },
  { value: [[]], what: 'a list in a list' },
];

function ofType(root: unknown, schema: Schema, random: Random): readonly Candidate[] {
  if (schema.enum) return ofEnum(schema.enum);
  switch (typeOf(schema)) {
    case 'string':
      return ofText(root, schema, random);
    case 'integer':
    case 'number':
      return ofNumber(schema);
    case 'array':
      return ofList(root, schema, random);
    case 'boolean':
      return [false, 0, 1, 'false', 'yes'].map((value) => ({
        value,
        what: `the value ${JSON.stringify(value)}`,
      }));
    default:
      return ofAnything;
  }
}

function ofEnum(values: readonly unknown[]): readonly Candidate[] {
  const texts = values.filter((value) => typeof value === 'string');
  return [
    ...values.slice(0, 12).map((value) => ({ value, what: `the value ${JSON.stringify(value)}` })),
    { value: 'no-such-value', what: 'a value that is not in the list' },
    { value: '', what: 'an empty text' },
    ...texts.slice(0, 1).flatMap((text) => [
      { value: ` ${text}`, what: 'a value with a space before it' },
      { value: swapCase(text), what: 'a value in other letters' },
    ]),
  ];
}

function ofNumber(schema: Schema): readonly Candidate[] {
  const limits = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum];
  const step = typeOf(schema) === 'integer' ? 1 : 0.25;
  const near = limits
    .filter((limit) => limit !== undefined)
    .flatMap((limit) => [limit - step, limit, limit + step])
    .filter(Number.isSafeInteger)
    .map((value) => ({ value, what: `${value}, near a limit` }));
  const others = [
    0, -1, 1, 1.5, 1e21, 9007199254740991, -9007199254740991, 9007199254740992, 1.7e308,
  ];
  return [...near, ...others.map((value) => ({ value, what: String(value) }))];
}

function ofText(root: unknown, schema: Schema, random: Random): readonly Candidate[] {
  const context = { root, random, optional: 50 };
  const base = String(sample(schema, context));
  return [
    ...ofLength(schema),
    ...(oddForFormat[schema.format ?? ''] ?? []),
    ...ofLimit(schema['x-minimum']),
    ...ofLimit(schema['x-maximum']),
    ...(schema.pattern === undefined ? [] : spoiled(base)),
    ...oddTexts,
  ];
}

/** Lengths count code points (JSON Schema), so letters and pictures must do alike. */
function ofLength({ minLength = 0, maxLength }: Schema): readonly Candidate[] {
  const of = (length: number, character = 'a') => ({
    value: character.repeat(length),
    what: `${length} characters${character === 'a' ? '' : ' outside the basic plane'}`,
  });
  const short = minLength > 0 ? [of(minLength - 1), of(minLength)] : [];
  if (maxLength === undefined) return [...short, of(5000)];
  return [...short, of(maxLength), of(maxLength + 1), of(maxLength, '😀'), of(maxLength * 2 + 10)];
}

/** Exact decimals and dates: the limit itself, and the nearest values on both sides. */
function ofLimit(limit: Limit | undefined): readonly Candidate[] {
  if (limit === undefined) return [];
  const { value } = limit;
  return neighbours(value).map((text) => ({
    value: text,
    what: `${text}, near the limit ${value}`,
  }));
}

function neighbours(value: string): readonly string[] {
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    const digits = Math.max(value.split('.')[1]?.length ?? 0, 2);
    const unit = BigInt(`${value.split('.')[0]}${(value.split('.')[1] ?? '').padEnd(digits, '0')}`);
    return [unit - 1n, unit, unit + 1n].map((number) => unscaled(number, digits));
  }
  const time = Date.parse(value);
  if (Number.isNaN(time)) return [value];
  const days = [time - 86_400_000, time, time + 86_400_000].map((at) => new Date(at).toISOString());
  return value.includes('T') ? days : days.map((day) => day.slice(0, 10));
}

function unscaled(number: bigint, digits: number): string {
  const text = String(number < 0n ? -number : number).padStart(digits + 1, '0');
  return `${number < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Small faults in a text that fits a pattern; `$` before a last line feed is a classic. */
function spoiled(text: string): readonly Candidate[] {
  return [
    { value: text, what: 'a fitting text' },
    { value: text.slice(0, -1), what: 'a text without its last character' },
    { value: `${text}!`, what: 'a text with one character too many' },
    { value: `${text}\n`, what: 'a text with a line feed after it' },
    { value: `!${text}`, what: 'a text with a character before it' },
    { value: swapCase(text), what: 'a text in other letters' },
    { value: text.replace(/\d(?=.*\d)/g, ' '), what: 'a text of which one digit is left' },
  ];
}

function ofList(root: unknown, schema: Schema, random: Random): readonly Candidate[] {
  const { items = {}, minItems = 0, maxItems } = schema;
  const item = () => sample(items, { root, random, optional: 50 });
  const of = (length: number) => ({
    value: Array.from({ length }, item),
    what: `${length} elements`,
  });
  const one = item();
  return [
    ...(minItems > 0 ? [of(minItems - 1), of(minItems)] : []),
    ...(maxItems === undefined ? [of(3)] : [of(maxItems), of(maxItems + 1)]),
    { value: [one, one], what: 'the same element twice' },
    { value: [null], what: 'null as an element' },
    { value: [one, { odd: true }], what: 'an object among the elements' },
    { value: [7], what: 'a number as an element' },
  ];
}

const ofAnything: readonly Candidate[] = [
  { value: { a: { b: [1, null, 'x', { c: true }] } }, what: 'nested values' },
  { value: JSON.parse(`${'['.repeat(20)}${']'.repeat(20)}`), what: 'a nesting of 20' },
  { value: 'text', what: 'a text' },
  { value: { odd: 'a\u0000b' }, what: 'U+0000 inside' },
];

const texts = (...values: string[]): readonly Candidate[] =>
  values.map((value) => ({ value, what: `the text ${JSON.stringify(value)}` }));

/** For each format: what is allowed but rare, and what is nearly allowed. */
const oddForFormat: Readonly<Record<string, readonly Candidate[]>> = {
  date: texts(
    '2024-02-29',
    '2023-02-29',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '2024-13-01',
    '2024-00-10',
    '2024-1-1',
    '2024-04-31',
    '2024-01-01T00:00:00Z',
    '24-01-01',
    '2024/01/01',
  ),
  'date-time': texts(
    '2024-02-29T23:59:59.999Z',
    '2024-02-29T12:00:00+05:30',
    '2024-01-01T00:00:00.123456789Z',
    '2024-01-01',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2023-02-29T00:00:00Z',
    '2024-01-01T00:00:00',
    '2024-01-01 00:00:00Z',
    '0000-01-01T00:00:00Z',
    '2024-01-01T00:00:00.1234567890Z',
  ),
  email: texts(
    'a@b.co',
    'first.last+tag@sub.example.org',
    'no-at.example.com',
    'two@@example.com',
    'a@b@example.com',
    'a@nodot',
    '@example.com',
    'a@',
    'a b@example.com',
    'a@example.com\n',
    'a\u0007@example.com',
    'a..b@example.com',
    '.a@example.com',
    'ü@example.com',
    'a@-example.com',
    `${'a'.repeat(64)}@example.com`,
    `${'a'.repeat(65)}@example.com`,
  ),
  uri: texts(
    'http://example.com',
    'https://example.com/a?b=c#d',
    'ftp://example.com',
    'javascript:alert(1)',
    '//example.com',
    'example.com',
    'http://',
    'https://exa mple.com',
    'https://example.com/\u0080',
    'https://example.com/%zz',
    'http://[::1]/',
    '/path',
  ),
  uuid: texts(
    '00000000-0000-0000-0000-000000000000',
    '0190F5C2-7B1A-7C3D-8E4F-5A6B7C8D9E0F',
    '0190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0',
    '0190f5c27b1a7c3d8e4f5a6b7c8d9e0f',
    '{0190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f}',
    'g190f5c2-7b1a-7c3d-8e4f-5a6b7c8d9e0f',
  ),
};

function swapCase(text: string): string {
  const lower = text.toLowerCase();
  return lower === text ? text.toUpperCase() : lower;
}
