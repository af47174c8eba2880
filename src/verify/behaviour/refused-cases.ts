import type { Bound, Field } from '#blueprint';
import { accepts, fieldExample, LONGEST, LONGEST_LIST } from '#rules';
import type { RefusedCase } from './field-cases.ts';

const FORMAT = ['format', 'pattern'];
const TOO_LONG = ['too-long'];
const ANY = { now: 0, roles: [], references: () => [] };

/** Values just outside of the limits of a field, and of other types. */
export function refusedCases(field: Field): readonly RefusedCase[] {
  return [...wrongTypes(field), ...wrongFormats(field), ...beyondLimits(field)];
}

function wrongTypes({ type }: Field): readonly RefusedCase[] {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    integer: ['5', true, 1.5, [1], {}],
    number: ['5', true, [1], {}],
    boolean: ['true', 1, 0, []],
    decimal: [5, 1.25, true, []],
    money: [5, 1.25, true, []],
    list: ['x', 1, {}],
    json: [],
    enum: [1, true, []],
  };
  const many = type.kind === 'reference' && type.cardinality === 'many';
  const wrong = many ? ['x', 1, {}] : (values[type.kind] ?? [5, true, [], {}]);
  const codes = type.kind === 'enum' ? ['type', 'enum'] : ['type'];
  return wrong.map((sent) => ({ sent, codes }));
}

function wrongFormats({ type, required }: Field): readonly RefusedCase[] {
  switch (type.kind) {
    case 'date':
      return all(
        ['2023-02-29', '2026-13-01', '2026-1-1', '2026-01-31T00:00:00Z', '0000-01-01', ''],
        FORMAT,
      );
    case 'datetime':
      return all(
        ['2026-01-31', '2026-01-31T25:00:00Z', '2026-02-30T00:00:00Z', '2026-01-31T09:30:00', ''],
        FORMAT,
      );
    case 'email':
      return all(
        [
          'a',
          'a@b',
          '@example.com',
          'a b@example.com',
          'a@b@example.com',
          'ü@example.com',
          'a\u0007@example.com',
          'a..b@example.com',
          'a@-b.example.com',
          `${'a'.repeat(65)}@example.com`,
        ],
        FORMAT,
      );
    case 'url':
      return all(
        [
          'example.com',
          'ftp://example.com',
          'javascript:alert(1)',
          '/path',
          'http://',
          'http://example.com/\u007f',
          'http://example.com/ü',
          'http://example.com/100%',
          'http://example.com/a#b#c',
        ],
        FORMAT,
      );
    case 'phone':
      return all(['call me', '+49 30 x', '(+)-../  ()'], [...FORMAT, 'too-short']);
    case 'uuid':
      return all(
        ['x', '5e2ec7ed-0000-4000-8000-00000000000g', '5e2ec7ed000040008000000000000000'],
        FORMAT,
      );
    case 'decimal':
    case 'money':
      return all(['', '1,5', '1e2', '+1', '.5', '1.', ' 1', 'NaN'], FORMAT);
    case 'enum':
      return all(['no such value', '', ...nearValues(type.values)], ['enum']);
    case 'reference':
      return type.cardinality === 'one' ? all(['x', ''], [...FORMAT, 'missing-reference']) : [];
    case 'string':
    case 'text':
      return required ? all(['', ' \t\n'], ['required', 'too-short', 'pattern']) : [];
    default:
      return [];
  }
}

/** Values that differ from those of a choice by what people and databases overlook. */
function nearValues(values: readonly { readonly value: string }[]): readonly string[] {
  const known = new Set(values.map(({ value }) => value));
  const near = [...known].flatMap((value) => [
    value.toUpperCase(),
    value.charAt(0).toUpperCase() + value.slice(1),
    value.replaceAll(/[-_ ]/g, (mark) => (mark === '_' ? '-' : '_')),
    ` ${value}`,
    `${value} `,
  ]);
  return [...new Set(near)].filter((value) => !known.has(value)).slice(0, 12);
}

function beyondLimits(field: Field): readonly RefusedCase[] {
  const { type, minLength = 0 } = field;
  switch (type.kind) {
    case 'string':
    case 'text':
    case 'email':
    case 'url':
    case 'phone': {
      const most = field.maxLength ?? LONGEST[type.kind];
      const long = textOf(type.kind, most + 1);
      return [
        ...all([long], field.pattern === undefined ? TOO_LONG : [...TOO_LONG, 'pattern']),
        ...(minLength > 1 && type.kind === 'string'
          ? all(['x'.repeat(minLength - 1)], ['too-short', 'pattern'])
          : []),
        ...(field.pattern === undefined ? [] : mismatches(field)),
      ];
    }
    case 'list': {
      const items = (count: number) => Array<string>(Math.max(0, count)).fill('x');
      if (type.items.kind !== 'string') return all([[{}]], ['type', 'format', 'pattern', 'enum']);
      return [
        ...all([items((field.maxLength ?? LONGEST_LIST) + 1)], TOO_LONG),
        ...(minLength > 0 ? all([items(minLength - 1)], ['too-short']) : []),
        ...all([[1], [null], [['x']]], ['type', 'required']),
      ];
    }
    case 'json':
      return all(['x'.repeat(65_535)], TOO_LONG);
    case 'integer':
      return [
        ...all([2 ** 53, -(2 ** 53), 1e300], ['type', 'maximum', 'minimum']),
        ...beyondBounds(field, 1),
      ];
    case 'number':
      return beyondBounds(field, 0.001);
    case 'decimal':
      return beyondDecimal(field, type.precision - type.scale, type.scale);
    case 'money':
      return beyondDecimal(field, 13, 2);
    case 'date':
      return beyondDates(field);
    default:
      return [];
  }
}

/** A text of its kind with that many characters. */
function textOf(kind: keyof typeof LONGEST, length: number): string {
  if (kind === 'email') return `${'a'.repeat(length - 12)}@example.com`;
  if (kind === 'url') return 'https://example.com/'.padEnd(length, 'x');
  return (kind === 'phone' ? '1' : 'x').repeat(Math.max(0, length));
}

function mismatches(field: Field): readonly RefusedCase[] {
  const match = String(fieldExample(field, { ...ANY, serial: 4711 }));
  const near = [match.slice(1), match.slice(0, -1), `${match}x`, ` ${match}`, match.toLowerCase()];
  const texts = ['-', 'no match', '\u{1F642}', ...near].filter((text) => !accepts(field, text));
  // A phone number that a pattern narrows has the form of phone numbers before.
  const form = ['email', 'phone', 'url'].includes(field.type.kind) ? ['format'] : [];
  return all(texts, ['pattern', 'required', 'too-short', 'too-long', ...form]);
}

function beyondBounds(field: Field, step: number): readonly RefusedCase[] {
  const outside = (bound: Bound | undefined, sign: number, code: string) =>
    bound ? all([Number(bound.value) + (bound.exclusive ? 0 : sign * step)], [code]) : [];
  return [...outside(field.min, -1, 'minimum'), ...outside(field.max, 1, 'maximum')];
}

function beyondDecimal(field: Field, whole: number, scale: number): readonly RefusedCase[] {
  const points = scale === 0 ? '.0' : `.${'1'.repeat(scale + 1)}`;
  const tooPrecise = all(
    [`0${points}`, `1${'0'.repeat(Math.max(1, whole))}`],
    [...FORMAT, 'maximum'],
  );
  const tiny = scale === 0 ? '1' : `0.${'1'.padStart(scale, '0')}`;
  const below =
    field.min?.value === '0'
      ? all([field.min.exclusive ? '0' : `-${tiny}`], ['minimum', ...FORMAT])
      : [];
  const isWhole = field.max !== undefined && /^\d+$/.test(field.max.value) && scale > 0;
  const above = isWhole
    ? all(
        [field.max.exclusive ? field.max.value : `${field.max.value}.${'1'.padStart(scale, '0')}`],
        ['maximum'],
      )
    : [];
  return [...tooPrecise, ...below, ...above].filter(({ sent }) => !accepts(field, sent));
}

function beyondDates(field: Field): readonly RefusedCase[] {
  const moved = (bound: Bound | undefined, days: number) => {
    const time = bound
      ? Date.parse(bound.value) + (bound.exclusive ? 0 : days * 86_400_000)
      : Number.NaN;
    return Number.isNaN(time) ? [] : [new Date(time).toISOString().slice(0, 10)];
  };
  return [...all(moved(field.min, -1), ['minimum']), ...all(moved(field.max, 1), ['maximum'])];
}

function all(values: readonly unknown[], codes: readonly string[]): readonly RefusedCase[] {
  return values.map((sent) => ({ sent, codes }));
}
