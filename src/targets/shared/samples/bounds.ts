import type { Bound, Field, FieldType } from '#blueprint';
import { accepts } from '#rules';
import type { RefusedValue } from './refused-values.ts';

const DAY = 86_400_000;

/** The values next to the limits of a field, on the wrong side. */
export function beyond(field: Field): readonly RefusedValue[] {
  const { min, max, type } = field;
  const below = min && (min.exclusive ? at(type, min, 0) : at(type, min, -1));
  const above = max && (max.exclusive ? at(type, max, 0) : at(type, max, 1));
  const { min: _, max: __, ...free } = field;
  return [
    ...(below !== undefined && accepts(free, below) ? [{ value: below, code: 'minimum' }] : []),
    ...(above !== undefined && accepts(free, above) ? [{ value: above, code: 'maximum' }] : []),
  ];
}

/** The values next to the limits of a field, on the right side. */
export function within(field: Field): readonly unknown[] {
  const { min, max, type } = field;
  const lowest = min && (min.exclusive ? at(type, min, 1) : at(type, min, 0));
  const highest = max && (max.exclusive ? at(type, max, -1) : at(type, max, 0));
  return [lowest, highest].filter((value) => value !== undefined && accepts(field, value));
}

/** A limit as a JSON value, or the value that is so many of the smallest steps away from it. */
function at(type: FieldType, { value }: Bound, steps: number): unknown {
  switch (type.kind) {
    case 'integer':
      return Number.isInteger(Number(value)) ? Number(value) + steps : undefined;
    case 'number':
      return Number(value) + steps / 2;
    case 'decimal':
      return decimal(value, type.scale, steps);
    case 'money':
      return decimal(value, 2, steps);
    case 'date':
      return time(value, steps * DAY)?.slice(0, 10);
    case 'datetime':
      return time(value, steps * 1000);
    default:
      return undefined;
  }
}

function decimal(value: string, scale: number, steps: number): string | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(value) ?? [];
  if (whole === '' || fraction.length > scale) return undefined;
  const units = BigInt(sign + whole + fraction.padEnd(scale, '0')) + BigInt(steps);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return units < 0n ? `-${text}` : text;
}

function time(value: string, by: number): string | undefined {
  const moment = Date.parse(value) + by;
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
