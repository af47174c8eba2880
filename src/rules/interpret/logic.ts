import { Unknown } from '../unknown.ts';
import { typeOf } from '../value.ts';
import type { Value } from '../value.ts';

/** A truth value; what is none is unknown (DMN 1.5, table 50). */
export function truth(value: Value): boolean | Unknown {
  if (typeof value === 'boolean' || value instanceof Unknown) return value;
  return new Unknown('type', `a ${typeOf(value)} is neither true nor false`);
}

export function negation(value: Value): boolean | Unknown {
  const known = truth(value);
  return typeof known === 'boolean' ? !known : known;
}

/** False if one is false, else unknown if one is unknown; stops at the first false. */
export function conjunction(count: number, valueAt: (index: number) => Value): boolean | Unknown {
  return until(false, count, valueAt);
}

/** True if one is true, else unknown if one is unknown; stops at the first true. */
export function disjunction(count: number, valueAt: (index: number) => Value): boolean | Unknown {
  return until(true, count, valueAt);
}

function until(
  wanted: boolean,
  count: number,
  valueAt: (index: number) => Value,
): boolean | Unknown {
  let unknown: Unknown | undefined;
  for (let index = 0; index < count; index += 1) {
    const value = truth(valueAt(index));
    if (value === wanted) return wanted;
    if (value instanceof Unknown) unknown ??= value;
  }
  return unknown ?? !wanted;
}
