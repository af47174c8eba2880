/** An exact decimal number: `units` × 10^-`scale`. */
export class Decimal {
  readonly units: bigint;
  readonly scale: number;

  constructor(units: bigint, scale: number) {
    this.units = units;
    this.scale = scale;
  }
}

type Maybe = Decimal | undefined;

/** Digits after the point that a division keeps. */
const DIVISION_SCALE = 18;

/** Reads `12`, `-0.50`, 1e21; a missing value stays missing. */
export function decimal(value: string | number | null | undefined): Decimal | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(String(value));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const units = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? new Decimal(units, scale) : new Decimal(units * power(-scale), 0);
}

export function compareDecimals(left: Decimal, right: Decimal): number {
  const difference = aligned(left, right)[0] - aligned(right, left)[0];
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function sum(left: Maybe, right: Maybe): Maybe {
  if (!left || !right) return undefined;
  const [units, scale] = aligned(left, right);
  return new Decimal(units + aligned(right, left)[0], scale);
}

export function difference(left: Maybe, right: Maybe): Maybe {
  return sum(left, right && new Decimal(-right.units, right.scale));
}

export function product(left: Maybe, right: Maybe): Maybe {
  return left && right && new Decimal(left.units * right.units, left.scale + right.scale);
}

/** Rounded half away from zero; unknown for a division by zero. */
export function quotient(left: Maybe, right: Maybe): Maybe {
  if (!left || !right || right.units === 0n) return undefined;
  const shift = DIVISION_SCALE + right.scale - left.scale;
  const numerator = left.units * power(Math.max(shift, 0));
  const denominator = right.units * power(Math.max(-shift, 0));
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [absolute(numerator), absolute(denominator)];
  const rounded = (2n * n + d) / (2n * d);
  return new Decimal(negative ? -rounded : rounded, DIVISION_SCALE);
}

/** The units of `decimal` at the larger scale of two, and that scale. */
function aligned(decimal: Decimal, other: Decimal): [bigint, number] {
  const scale = Math.max(decimal.scale, other.scale);
  return [decimal.units * power(scale - decimal.scale), scale];
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
