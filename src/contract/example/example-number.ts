import type { Field } from '#blueprint';

/** A number within the field's limits. */
export function exampleNumber(field: Field, whole: boolean): number {
  return between(field, whole ? 12 : 4.5, whole ? 1 : 0);
}

/** Decimal text within the field's limits, with exactly `scale` digits after the point. */
export function exampleDecimal(field: Field, precision: number, scale: number): string {
  const digits = precision - scale;
  const typical = digits >= 2 ? 19.9 : digits === 1 ? 4.5 : 0.5;
  return between(field, typical, 10 ** -scale).toFixed(scale);
}

/** The typical value if the limits admit it, else one inside them: multiples of `step`, any number if 0. */
function between({ min, max }: Field, typical: number, step: number): number {
  const lowest = limit(min, step, 1);
  const highest = limit(max, step, -1);
  if (typical > lowest && typical < highest) return typical;
  if (step > 0) return lowest === -Infinity ? highest : lowest;
  if (lowest === -Infinity) return highest - 1;
  return highest === Infinity ? lowest + 1 : (lowest + highest) / 2;
}

/** With a step: the first value that is allowed. Without one: the limit itself. */
function limit(bound: Field['min'], step: number, direction: 1 | -1): number {
  if (bound === undefined) return -direction * Infinity;
  const value = Number(bound.value);
  if (step === 0) return value;
  const units = value / step;
  const nearest = Math.round(units);
  const isMultiple = Math.abs(units - nearest) < 1e-6;
  if (!isMultiple) return (direction === 1 ? Math.ceil(units) : Math.floor(units)) * step;
  return (bound.exclusive ? nearest + direction : nearest) * step;
}
