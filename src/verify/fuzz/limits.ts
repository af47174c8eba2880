import type { Limit } from '#contract';

/** Does a text (an exact decimal, a date, a time) keep to a lower limit? What can't be compared does. */
export function isAtLeast(text: string, limit: Limit): boolean {
  const order = compare(text, limit.value);
  return order === undefined || (limit.exclusive ? order > 0 : order >= 0);
}

/** Does it keep to an upper one? */
export function isAtMost(text: string, limit: Limit): boolean {
  const order = compare(text, limit.value);
  return order === undefined || (limit.exclusive ? order < 0 : order <= 0);
}

/** Below, at or above; undefined when the two are not of one kind. */
function compare(left: string, right: string): number | undefined {
  const decimals = [scaled(left, right), scaled(right, left)] as const;
  if (decimals[0] !== undefined && decimals[1] !== undefined) {
    return decimals[0] < decimals[1] ? -1 : decimals[0] > decimals[1] ? 1 : 0;
  }
  const times = [Date.parse(left), Date.parse(right)] as const;
  return Number.isNaN(times[0] + times[1]) ? undefined : Math.sign(times[0] - times[1]);
}

/** An exact decimal as an integer, with as many digits after the point as the longer of the two has. */
function scaled(text: string, other: string): bigint | undefined {
  const match = /^(-?)(\d{1,100})(?:\.(\d{0,100}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = Math.max(fraction.length, /\.(\d{0,100})$/.exec(other)?.[1]?.length ?? 0);
  return BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`);
}
