import { Decimal } from '../decimal.ts';
import { Duration, scaledDuration } from '../duration.ts';
import {
  addNumbers,
  compareNumbers,
  decimalOf,
  divideNumbers,
  integerOf,
  multiplyNumbers,
  negateNumber,
  shortened,
  wholeOf,
} from '../number.ts';
import type { Numeric } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { isNumeric } from '../value.ts';
import type { Value } from '../value.ts';
import type { Builtin } from './builtin.ts';

/** DMN's limits of a scale. */
const SCALES = { least: -6111, most: 6176 };
const MAX_EXPONENT = 1000;
/** Digits of a power: more than decimal128 has. */
const DIGITS = 60;

export const numbers = {
  negate: ([n]) => {
    if (n instanceof Duration) return scaledDuration(n, -1);
    return n !== undefined && isNumeric(n) ? negateNumber(n) : undefined;
  },
  power: ([base, exponent]) => {
    if (base === undefined || !isNumeric(base)) return undefined;
    const times = integerOf(exponent);
    if (times !== undefined) return power(base, times);
    if (typeof base !== 'number' || typeof exponent !== 'number') return undefined;
    const result = base ** exponent;
    return Number.isFinite(result) ? result : undefined;
  },
  decimal: rounding('half-even'),
  floor: rounding('down', 0),
  ceiling: rounding('up', 0),
  'round up': rounding('away'),
  'round down': rounding('zero'),
  'round half up': rounding('half-away'),
  'round half down': rounding('half-zero'),
  abs: ([n]) => {
    if (n instanceof Duration) {
      return n.months < 0 || n.milliseconds < 0 ? scaledDuration(n, -1) : n;
    }
    if (n === undefined || !isNumeric(n)) return undefined;
    return compareNumbers(n, 0) < 0 ? negateNumber(n) : n;
  },
  modulo: ([dividend, divisor]) => {
    if (!isPair(dividend, divisor)) return undefined;
    return modulo(dividend, divisor as Numeric);
  },
  odd: parity(1),
  even: parity(0),
} satisfies Record<string, Builtin>;

type Rounding = 'up' | 'down' | 'away' | 'zero' | 'half-even' | 'half-away' | 'half-zero';

function rounding(mode: Rounding, defaultScale?: number): Builtin {
  return ([n, digits]) => {
    const scale = digits === undefined ? defaultScale : wholeOf(digits);
    if (n === undefined || !isNumeric(n) || scale === undefined) return undefined;
    if (scale < SCALES.least || scale > SCALES.most) return undefined;
    return shortened(rounded(decimalOf(n), scale, mode));
  };
}

/** The number with `scale` digits after the point; with a negative scale, multiples of 10, 100, … */
function rounded(value: Decimal, scale: number, mode: Rounding): Decimal {
  if (scale >= value.scale) return value;
  const step = 10n ** BigInt(value.scale - scale);
  const rest = value.units % step;
  const cut = value.units / step;
  const sign = value.units < 0n ? -1n : 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = {
    up: rest > 0n,
    down: rest < 0n,
    away: rest !== 0n,
    zero: false,
    'half-even': twice > step || (twice === step && cut % 2n !== 0n),
    'half-away': twice >= step,
    'half-zero': twice > step,
  }[mode];
  const units = away ? cut + sign : cut;
  return scale >= 0 ? new Decimal(units, scale) : new Decimal(units * 10n ** BigInt(-scale), 0);
}

function power(base: Numeric, exponent: number): Value | undefined {
  if (Math.abs(exponent) > MAX_EXPONENT) return new Unknown('limit', 'the exponent');
  let result: Numeric = 1;
  for (let time = 0; time < Math.abs(exponent); time += 1) {
    const product = multiplyNumbers(result, base);
    if (product === undefined) return new Unknown('limit', 'the power');
    result = significant(product);
  }
  if (exponent >= 0) return result;
  return divideNumbers(1, result) ?? new Unknown('division-by-zero');
}

/** Rounded to as many digits as matter, so that a high power of a fraction does not grow without end. */
function significant(value: Numeric): Numeric {
  if (typeof value === 'number') return value;
  const spare = String(value.units).replace('-', '').length - DIGITS;
  return spare > 0 ? shortened(rounded(value, value.scale - spare, 'half-even')) : value;
}

/** dividend - divisor × floor(dividend / divisor), on whole units so that nothing is rounded. */
function modulo(dividend: Numeric, divisor: Numeric): Value {
  const [a, b] = [decimalOf(dividend), decimalOf(divisor)];
  if (b.units === 0n) return new Unknown('division-by-zero');
  const scale = Math.max(a.scale, b.scale);
  const left = a.units * 10n ** BigInt(scale - a.scale);
  const right = b.units * 10n ** BigInt(scale - b.scale);
  const rest = left % right;
  const isOtherSide = rest !== 0n && rest < 0n !== right < 0n;
  return shortened(new Decimal(isOtherSide ? rest + right : rest, scale));
}

function parity(wanted: number): Builtin {
  return ([n]) => {
    if (n === undefined || !isNumeric(n)) return undefined;
    const rest = modulo(n, 2);
    if (rest === wanted) return true;
    return typeof rest === 'number' && Number.isInteger(rest) ? false : undefined;
  };
}

function isPair(a: Value | undefined, b: Value | undefined): a is Numeric {
  return a !== undefined && b !== undefined && isNumeric(a) && isNumeric(b);
}

/** The sum of numbers; undefined if one is none. */
export function total(items: readonly Value[]): Numeric | undefined {
  let sum: Numeric = 0;
  for (const item of items) {
    if (!isNumeric(item)) return undefined;
    sum = addNumbers(sum, item);
  }
  return sum;
}
