import { Duration } from '../duration.ts';
import type { InstanceType } from '../language/expression.ts';
import { Unknown } from '../unknown.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';

/** Null is of no type. */
export function isInstance(value: Value, type: InstanceType): boolean {
  if (value instanceof Unknown) return false;
  switch (type) {
    case 'Any':
      return true;
    case 'date and time':
      return typeOf(value) === 'datetime';
    case 'days and time duration':
      return value instanceof Duration && value.months === 0;
    case 'years and months duration':
      return value instanceof Duration && value.milliseconds === 0;
    default:
      return typeOf(value) === type;
  }
}
