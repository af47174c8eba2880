import { compareNumbers, formatNumber, parseNumber } from '../number.ts';
import type { Numeric } from '../number.ts';
import { isNumeric } from '../value.ts';
import type { Value } from '../value.ts';
import { ofItems } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** Functions whose results are no decimals: as exact as doubles are. */
export const reals = {
  sqrt: ofReal((n) => (n < 0 ? undefined : Math.sqrt(n))),
  exp: ofReal(Math.exp),
  log: ofReal((n) => (n <= 0 ? undefined : Math.log(n))),
  /** Of a sample. */
  stddev: ofItems((items) => {
    if (items.length < 2 || !items.every(isNumeric)) return undefined;
    const all = items.map(real);
    const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
    const squares = all.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return numeric(Math.sqrt(squares / (all.length - 1)));
  }),
} satisfies Record<string, Builtin>;

function ofReal(call: (n: number) => number | undefined): Builtin {
  return ([n]) => {
    if (n === undefined || !isNumeric(n)) return undefined;
    const result = call(real(n));
    return result === undefined ? undefined : numeric(result);
  };
}

function real(value: Numeric): number {
  const number = Number(formatNumber(value));
  return compareNumbers(value, 0) === 0 ? 0 : number;
}

function numeric(value: number): Value | undefined {
  return Number.isFinite(value) ? parseNumber(String(value)) : undefined;
}
