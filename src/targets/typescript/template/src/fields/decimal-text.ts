/** Exact decimals as text: `-12.50` is -1250 units at scale 2. */

/** The units of a decimal text at a scale that is at least its own. */
export function toUnits(text: string, scale: number): bigint {
  const point = text.indexOf('.');
  if (point === -1) return BigInt(text) * 10n ** BigInt(scale);
  const fraction = text.slice(point + 1);
  const digits = text.slice(0, point) + fraction.padEnd(scale, '0');
  return BigInt(digits);
}

/** `-1250n` at scale 2 → `-12.50` */
export function fromUnits(units: bigint | number, scale: number): string {
  const negative = units < 0;
  const digits = String(negative ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${negative ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** How many digits a decimal text has after the point. */
export function scaleOf(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
