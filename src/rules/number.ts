import {
  addDecimals,
  compareDecimals,
  Decimal,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
} from './decimal.ts';

/**
 * A number. A JavaScript number stands for the shortest decimal that reads as it (0.1 is one tenth), so
 * two of them compare as their decimals do; what has no such form is a {@link Decimal}.
 */
export type Numeric = number | Decimal;

/** Digits that a double always keeps. */
const EXACT = 10n ** 15n;
/** Digits that a result may have; what would grow beyond is unknown. */
const MAX_DIGITS = 1000n;

/** Reads `12`, `-0.50` or `1e21` exactly; undefined for anything else. */
export function parseNumber(text: string): Numeric | undefined {
  const value = parseDecimal(text);
  return value && shortened(value);
}

export function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareDecimals(decimalOf(a), decimalOf(b));
}

export function addNumbers(a: Numeric, b: Numeric): Numeric {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum) && Number.isInteger(a) && Number.isInteger(b)) return sum;
  }
  return shortened(addDecimals(decimalOf(a), decimalOf(b)));
}

export function negateNumber(a: Numeric): Numeric {
  // Never -0.
  return typeof a === 'number' ? 0 - a : negateDecimal(a);
}

/** Undefined where the product would have too many digits. */
export function multiplyNumbers(a: Numeric, b: Numeric): Numeric | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product) && Number.isInteger(a) && Number.isInteger(b)) {
      return product + 0;
    }
  }
  const product = multiplyDecimals(decimalOf(a), decimalOf(b));
  const digits = BigInt(product.units.toString(16).length) + BigInt(product.scale);
  return digits > MAX_DIGITS ? undefined : shortened(product);
}

/** Undefined for a division by zero. */
export function divideNumbers(a: Numeric, b: Numeric): Numeric | undefined {
  const quotient = divideDecimals(decimalOf(a), decimalOf(b));
  return quotient && shortened(quotient);
}

export function decimalOf(value: Numeric): Decimal {
  if (typeof value !== 'number') return value;
  if (Number.isSafeInteger(value)) return new Decimal(BigInt(value), 0);
  return parseDecimal(String(value)) ?? new Decimal(0n, 0);
}

/** The simplest form of a number. */
export function shortened(value: Decimal): Numeric {
  let { units, scale } = value;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  if (scale === 0) {
    const whole = Number(units);
    return Number.isSafeInteger(whole) ? whole : new Decimal(units, 0);
  }
  const isExact = units < EXACT && units > -EXACT && scale < 290;
  return isExact ? Number(`${units}e-${scale}`) : new Decimal(units, scale);
}

/** Plain notation without superfluous zeros. */
export function formatNumber(value: Numeric): string {
  return formatDecimal(decimalOf(value));
}

/** The whole number that it is, if it is a safe one. */
export function integerOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** A position or a scale: what is no whole number is cut, as the suite of DMN has it. */
export function wholeOf(value: unknown): number | undefined {
  return typeof value === 'number' ? integerOf(Math.trunc(value) + 0) : undefined;
}
