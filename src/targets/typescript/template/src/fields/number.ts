import { fromUnits, scaleOf, toUnits } from './decimal-text.ts';
import { defineField } from './field.ts';
import type { Codec, Field, FieldOptions } from './field.ts';
import type { Issues } from './issues.ts';

interface Range<Bound> {
  readonly min?: Bound;
  readonly max?: Bound;
  /** Exclusive limits. */
  readonly above?: Bound;
  readonly below?: Bound;
}

type NumberOptions<R extends boolean> = FieldOptions<number, R> & Range<number>;
type DecimalOptions<R extends boolean> = FieldOptions<string, R> & Range<string>;

const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A whole number that every JSON reader keeps exactly. */
export function integer<R extends boolean = false>(
  options: NumberOptions<R> = {},
): Field<number, R> {
  const min = Math.max(options.min ?? Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
  const max = Math.min(options.max ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  const range = { ...options, min, max };
  return defineField(
    {
      read(value, pointer, issues) {
        if (typeof value !== 'number' || (Number.isFinite(value) && !Number.isInteger(value))) {
          return issues.add(pointer, 'type', 'must be a whole number');
        }
        return inRange(value, range, pointer, issues);
      },
      parse(text) {
        const value = parseNumber(text);
        return Number.isSafeInteger(value) ? value : undefined;
      },
      ordered: true,
    },
    options,
  );
}

/** A number in double precision. */
export function number<R extends boolean = false>(
  options: NumberOptions<R> = {},
): Field<number, R> {
  return defineField(
    {
      read(value, pointer, issues) {
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          return issues.add(pointer, 'type', 'must be a finite number');
        }
        return inRange(value, options, pointer, issues);
      },
      parse: parseNumber,
      ordered: true,
    },
    options,
  );
}

/** An exact decimal, written as text: at most `precision` digits, `scale` of them after the point. */
export function decimal<R extends boolean = false>(
  precision: number,
  scale: number,
  options: DecimalOptions<R> = {},
): Field<string, R> {
  const whole = precision > scale ? String.raw`\d{1,${precision - scale}}` : '0';
  const fraction = scale > 0 ? String.raw`(\.\d{1,${scale}})?` : '';
  const format = new RegExp(`^-?${whole}${fraction}$`);
  const parse = (text: string) =>
    format.test(text) ? fromUnits(toUnits(text, scale), scale) : undefined;
  return defineField(
    {
      read(value, pointer, issues) {
        if (typeof value !== 'string') {
          return issues.add(pointer, 'type', 'must be a decimal number, written as text');
        }
        const read = parse(value);
        if (read === undefined) {
          const message = `must be a decimal number with at most ${precision - scale} digits before and ${scale} after the point`;
          return issues.add(pointer, 'format', message);
        }
        return decimalInRange(value, read, options, pointer, issues);
      },
      parse,
      ordered: true,
      sqliteCodec: precision <= 15 ? integerUnits(scale) : sortableUnits(precision, scale),
    },
    options,
  );
}

/** An amount of money: a decimal with two digits after the point. */
export function money<R extends boolean = false>(
  options: DecimalOptions<R> = {},
): Field<string, R> {
  return decimal(15, 2, options);
}

function parseNumber(text: string): number | undefined {
  if (!JSON_NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function inRange(
  value: number,
  { min, max, above, below }: Range<number>,
  pointer: string,
  issues: Issues,
): number | undefined {
  if (min !== undefined && value < min)
    return issues.add(pointer, 'minimum', `must be at least ${min}`);
  if (above !== undefined && value <= above)
    return issues.add(pointer, 'minimum', `must be more than ${above}`);
  if (max !== undefined && value > max)
    return issues.add(pointer, 'maximum', `must be at most ${max}`);
  if (below !== undefined && value >= below)
    return issues.add(pointer, 'maximum', `must be less than ${below}`);
  // Only `-0` changes: no database keeps its sign.
  return value + 0;
}

function decimalInRange(
  given: string,
  value: string,
  { min, max, above, below }: Range<string>,
  pointer: string,
  issues: Issues,
): string | undefined {
  const lowest = min ?? above;
  if (lowest !== undefined) {
    const order = compare(value, lowest);
    // The contract has no minus sign where no negative number is allowed, not even for zero.
    const minus = given.startsWith('-') && !lowest.startsWith('-');
    if (order < 0 || minus || (above !== undefined && order === 0)) {
      const message = `must be ${above === undefined ? 'at least' : 'more than'} ${lowest}`;
      return issues.add(pointer, 'minimum', message);
    }
  }
  const highest = max ?? below;
  if (highest !== undefined) {
    const order = compare(value, highest);
    if (order > 0 || (below !== undefined && order === 0)) {
      const message = `must be ${below === undefined ? 'at most' : 'less than'} ${highest}`;
      return issues.add(pointer, 'maximum', message);
    }
  }
  return value;
}

function compare(left: string, right: string): number {
  const scale = Math.max(scaleOf(left), scaleOf(right));
  const difference = toUnits(left, scale) - toUnits(right, scale);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** SQLite has no decimals: up to 15 digits are kept as a whole number of units … */
function integerUnits(scale: number): Codec {
  return {
    encode: (value) => Number(toUnits(String(value), scale)),
    decode: (stored) => fromUnits(Number(stored), scale),
  };
}

/** … and longer ones as text of one length that sorts as the numbers do: negative numbers as nines' complement. */
function sortableUnits(precision: number, scale: number): Codec {
  const nines = 10n ** BigInt(precision) - 1n;
  const digits = (units: bigint) => units.toString().padStart(precision, '0');
  return {
    encode(value) {
      const units = toUnits(String(value), scale);
      return units < 0n ? `-${digits(nines + units)}` : `0${digits(units)}`;
    },
    decode(stored) {
      const text = String(stored);
      const units = BigInt(text.slice(1));
      return fromUnits(text.startsWith('-') ? units - nines : units, scale);
    },
  };
}
