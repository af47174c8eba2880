import type { Field } from '#blueprint';
import { accepts, LONGEST, LONGEST_LIST } from '#rules';

/** A value that a field must take, and how it is answered. `raw` is JSON that JavaScript would not write. */
export interface AcceptedCase {
  readonly sent: unknown;
  readonly answered: unknown;
  readonly raw?: string;
}

/** A value that a field must refuse, and the codes that may say why. */
export interface RefusedCase {
  readonly sent: unknown;
  readonly codes: readonly string[];
}

/** The clause that says what values of a field look like. */
export function clauseOf({ type }: Field): string {
  switch (type.kind) {
    case 'date':
    case 'datetime':
      return 'SP-1.4';
    case 'decimal':
    case 'money':
      return 'SP-1.5';
    case 'integer':
    case 'number':
    case 'boolean':
      return 'SP-1.6';
    case 'email':
    case 'url':
    case 'phone':
    case 'uuid':
      return 'SP-1.8';
    case 'enum':
      return 'SP-2.3';
    case 'reference':
      return 'SP-5.1';
    default:
      return 'SP-1.7';
  }
}

/** Values at and inside the limits of a field, in every notation that requests may use. */
export function acceptedCases(field: Field): readonly AcceptedCase[] {
  const cases = [...notations(field), ...limits(field)];
  return cases.filter(({ answered }) => accepts(field, answered));
}

function notations(field: Field): readonly AcceptedCase[] {
  const { type } = field;
  switch (type.kind) {
    case 'integer':
      return [
        { sent: 1, answered: 1, raw: '1.0' },
        { sent: 100, answered: 100, raw: '1e2' },
        plain(0),
        plain(Number.MAX_SAFE_INTEGER),
        plain(-Number.MAX_SAFE_INTEGER),
      ];
    case 'number':
      return [0, 0.1, -2.5, 1e21, 5e-324].map(plain);
    case 'boolean':
      return [true, false].map(plain);
    case 'decimal':
      return decimals(field, type.precision, type.scale);
    case 'money':
      return decimals(field, 15, 2);
    case 'date':
      return ['2024-02-29', '0001-01-01', '9999-12-31'].map(plain);
    case 'datetime':
      return [
        { sent: '2026-01-31T10:30:00.123456789+01:00', answered: '2026-01-31T09:30:00.123Z' },
        { sent: '2025-12-31T23:30:00-00:45', answered: '2026-01-01T00:15:00.000Z' },
        { sent: '2026-01-31T09:30:00Z', answered: '2026-01-31T09:30:00.000Z' },
      ];
    case 'uuid':
      return [
        {
          sent: 'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6',
          answered: 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
        },
      ];
    case 'email':
      return ['first.last+tag@sub.example.co.uk', "o'brien_1@x-y.example.com"].map(plain);
    case 'url':
      return ['http://example.com', 'https://example.com:8443/a?b=c#d', 'http://[::1]/%C3%BC'].map(
        plain,
      );
    case 'phone':
      return ['12345', '+49 (30) 123-456/7', '1'.repeat(32)].map(plain);
    case 'enum':
      return type.values.map(({ value }) => plain(value));
    case 'json':
      return [{ a: [1, null, { b: 'x' }] }, [], 0, false, 'text', '🙂'.repeat(65_534)].map(plain);
    case 'string':
    case 'text':
      return ['Zoë 漢字 🙂', `"quotes" & <tags> \\ '; --`, 'tab\tand\nline'].map(plain);
    default:
      return [];
  }
}

function decimals({ min }: Field, precision: number, scale: number): readonly AcceptedCase[] {
  const zeros = scale === 0 ? '' : `.${'0'.repeat(scale)}`;
  const most = `${'9'.repeat(precision - scale) || '0'}${scale === 0 ? '' : `.${'9'.repeat(scale)}`}`;
  return [
    { sent: '1', answered: `1${zeros}` },
    // Where nothing below zero is allowed the contract allows no sign.
    ...(min === undefined ? [{ sent: '-0', answered: `0${zeros}` }] : []),
    ...(precision - scale >= 2 ? [{ sent: '07', answered: `7${zeros}` }] : []),
    plain(most),
    plain(`-${most}`),
  ];
}

/** The bounds themselves, and the longest and shortest text and list. */
function limits(field: Field): readonly AcceptedCase[] {
  const { type, min, max } = field;
  if (type.kind === 'list') {
    const counts = [field.minLength ?? 0, field.maxLength ?? LONGEST_LIST];
    return type.items.kind === 'string' ? counts.map((count) => plain(Array(count).fill('x'))) : [];
  }
  if (type.kind === 'string' || type.kind === 'text') {
    const counts = [field.minLength ?? 1, field.maxLength ?? LONGEST[type.kind]];
    // Characters count, not UTF-16 units or bytes.
    return counts.map((count) => plain('🙂'.repeat(count)));
  }
  const numeric = type.kind === 'integer' || type.kind === 'number';
  return [min, max].flatMap((bound) => {
    if (bound === undefined || bound.exclusive) return [];
    if (numeric) return [plain(Number(bound.value))];
    return type.kind === 'date' ? [plain(bound.value)] : [];
  });
}

function plain(value: unknown): AcceptedCase {
  return { sent: value, answered: value };
}
