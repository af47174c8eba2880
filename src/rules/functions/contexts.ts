import { equalValues } from '../compare.ts';
import { FunctionValue } from '../function-value.ts';
import { wholeOf } from '../number.ts';
import { Unknown } from '../unknown.ts';
import { Instant, isContext, isList, Time, typeOf } from '../value.ts';
import type { Context, Value } from '../value.ts';
import type { Builtin } from './builtin.ts';

/** What makes contexts and changes lists by a function. */
export const contexts = {
  context: ([entries]) => {
    const items = entries === undefined ? undefined : isContext(entries) ? [entries] : entries;
    if (items === undefined || !isList(items)) return undefined;
    const made = new Map<string, Value>();
    for (const item of items) {
      const key = isContext(item) ? item.get('key') : undefined;
      const value = isContext(item) ? item.get('value') : undefined;
      if (typeof key !== 'string' || value === undefined || made.has(key)) return undefined;
      made.set(key, value);
    }
    return made;
  },
  'context put': ([context, key, value]) => {
    const path = key === undefined ? undefined : isList(key) ? key : [key];
    if (context === undefined || !isContext(context) || !path || value === undefined)
      return undefined;
    return put(context, path, value);
  },
  'context merge': ([given]) => {
    const all = given === undefined ? undefined : isContext(given) ? [given] : given;
    if (all === undefined || !isList(all) || !all.every(isContext)) return undefined;
    return new Map(all.flatMap((one) => [...one]));
  },
  'list replace': ([list, where, item]) => {
    if (list === undefined || item === undefined) return undefined;
    if (list instanceof Unknown) return undefined;
    const items = isList(list) ? list : [list];
    if (where instanceof FunctionValue) {
      if (where.parameters.length !== 2) return undefined;
      const holds = items.map((one) => where.call([one, item]));
      if (!holds.every((one) => typeof one === 'boolean')) return undefined;
      return items.map((one, at) => (holds[at] === true ? item : one));
    }
    const position = wholeOf(where);
    const at = position === undefined ? -1 : position > 0 ? position - 1 : items.length + position;
    if (position === 0 || at < 0 || at >= items.length) return undefined;
    return items.with(at, item);
  },
  sort: ([list, precedes]) => {
    if (list === undefined || list instanceof Unknown) return undefined;
    const items = isList(list) ? list : [list];
    if (!(precedes instanceof FunctionValue) || precedes.parameters.length !== 2) return undefined;
    return items.toSorted((a, b) => {
      if (precedes.call([a, b]) === true) return -1;
      return precedes.call([b, a]) === true ? 1 : 0;
    });
  },
  is: ([one, other]) => {
    if (one === undefined || other === undefined) return undefined;
    if (typeOf(one) !== typeOf(other)) return false;
    if (zoneOf(one) !== zoneOf(other)) return false;
    return equalValues(one, other) === true;
  },
} satisfies Record<string, Builtin>;

function put(context: Context, path: readonly Value[], value: Value): Value | undefined {
  const [key, ...rest] = path;
  if (typeof key !== 'string') return undefined;
  const changed = new Map(context);
  if (rest.length === 0) return changed.set(key, value);
  const inner = context.get(key);
  const made = inner !== undefined && isContext(inner) ? put(inner, rest, value) : undefined;
  return made && changed.set(key, made);
}

function zoneOf(value: Value): string | undefined {
  return value instanceof Instant || value instanceof Time ? value.zone : undefined;
}
