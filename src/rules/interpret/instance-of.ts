import { Duration } from '../duration.ts';
import { FunctionValue } from '../function-value.ts';
import { parseType } from '../language/types.ts';
import type { FeelType } from '../language/types.ts';
import { Unknown } from '../unknown.ts';
import { isContext, isList, Range, typeOf } from '../value.ts';
import type { Value } from '../value.ts';

/** Whether a value is of a type (DMN 1.5, 10.3.2.9); null is of no type but Null. */
export function isInstance(value: Value, type: string): boolean {
  const parsed = parseType(type);
  if (!parsed) return false;
  return value instanceof Unknown
    ? parsed.kind === 'simple' && parsed.name === 'Null'
    : conforms(value, parsed);
}

/**
 * A value as one of a type: a list of one item is that item, and an item a list, where that fits (DMN 1.5, 10.3.2.9.4).
 * Undefined if it is of another type; null fits everywhere.
 */
export function coerced(value: Value, type: string | FeelType | undefined): Value | undefined {
  const parsed = typeof type === 'string' ? parseType(type) : type;
  if (!parsed || value instanceof Unknown || conforms(value, parsed)) return value;
  const [first] = isList(value) ? value : [];
  if (isList(value) && value.length === 1 && first !== undefined && conforms(first, parsed))
    return first;
  if (parsed.kind === 'list' && conforms(value, parsed.of)) return [value];
  return undefined;
}

function conforms(value: Value, type: FeelType): boolean {
  switch (type.kind) {
    case 'simple':
      return isSimple(value, type.name);
    case 'list':
      return isList(value) && value.every((item) => isNullOr(item, type.of));
    case 'context':
      return (
        isContext(value) &&
        type.entries.every(([name, of]) => {
          const entry = value.get(name);
          return entry !== undefined && isNullOr(entry, of);
        })
      );
    case 'range':
      return (
        value instanceof Range &&
        [value.low, value.high].every((end) => end === undefined || isNullOr(end, type.of))
      );
    case 'function':
      return value instanceof FunctionValue && fits(value, type);
  }
}

function isNullOr(value: Value, type: FeelType): boolean {
  return value instanceof Unknown || conforms(value, type);
}

/** A parameter without a type takes what there is. */
function fits(
  { parameters }: FunctionValue,
  type: Extract<FeelType, { kind: 'function' }>,
): boolean {
  return parameters.length === type.parameters.length;
}

function isSimple(value: Value, name: string): boolean {
  switch (name) {
    case 'Any':
      return true;
    case 'date and time':
      return typeOf(value) === 'datetime';
    case 'days and time duration':
      return value instanceof Duration && value.months === 0;
    case 'years and months duration':
      return value instanceof Duration && value.milliseconds === 0;
    default:
      return typeOf(value) === name;
  }
}
