import type { Effect } from './contract-change.ts';
import { same, shown } from './json.ts';
import type { Edge, NormalSchema } from './normal-schema.ts';

/** What one keyword of a schema does now that it did not do before. */
export interface KeywordChange {
  readonly kind: string;
  readonly effect: Effect;
  /** A clause without an end: `the maximum length went from 10 to 5`. */
  readonly says: string;
}

/** The changes of all keywords that speak of the value itself, not of its parts. */
export function keywordChanges(old: NormalSchema, next: NormalSchema): readonly KeywordChange[] {
  const type = typeChange(old.types, next.types);
  // Of values of another type there is nothing more to say.
  if (type?.effect === 'changed') return [type];
  return [
    type,
    enumChange(old.enum, next.enum),
    edgeChange('minimum', old.lowest, next.lowest, 1),
    edgeChange('maximum', old.highest, next.highest, -1),
    ...restChanges(old.rest, next.rest),
  ].filter((change) => change !== undefined);
}

function typeChange(
  old: NormalSchema['types'],
  next: NormalSchema['types'],
): KeywordChange | undefined {
  if (includes(old, next) && includes(next, old)) return undefined;
  const effect = includes(old, next) ? 'tightened' : includes(next, old) ? 'loosened' : 'changed';
  const says = `the type went from ${names(old)} to ${names(next)}`;
  return { kind: 'type', effect, says };
}

/** Are all values of `inner` among those of `outer`? Integers are numbers. */
function includes(outer: NormalSchema['types'], inner: NormalSchema['types']): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return outer.size === 7 || (outer.size === 6 && !outer.has('integer'));
  return [...inner].every((name) => outer.has(name) || (name === 'integer' && outer.has('number')));
}

function names(types: NormalSchema['types']): string {
  return types === undefined ? 'any' : [...types].toSorted().join(' or ');
}

function enumChange(
  old: NormalSchema['enum'],
  next: NormalSchema['enum'],
): KeywordChange | undefined {
  if (!old && !next) return undefined;
  if (!old) return { kind: 'enum', effect: 'tightened', says: 'only certain values are left' };
  if (!next)
    return { kind: 'enum', effect: 'loosened', says: 'values are no longer limited to a list' };
  const gone = old.filter((value) => !next.some((other) => same(value, other)));
  const added = next.filter((value) => !old.some((other) => same(value, other)));
  if (gone.length === 0 && added.length === 0) return undefined;
  const parts = [
    gone.length > 0 ? `${list(gone)} ${gone.length === 1 ? 'is' : 'are'} gone` : '',
    added.length > 0 ? `${list(added)} ${added.length === 1 ? 'is' : 'are'} new` : '',
  ];
  return {
    kind: 'enum',
    effect: added.length === 0 ? 'tightened' : gone.length === 0 ? 'loosened' : 'changed',
    says: `of the values ${parts.filter((part) => part !== '').join(', and ')}`,
  };
}

function list(values: readonly unknown[]): string {
  const some = values.slice(0, 5).map(shown).join(', ');
  return values.length > 5 ? `${some} and ${values.length - 5} more` : some;
}

/** `direction` is 1 for lower limits, -1 for upper ones. */
function edgeChange(
  kind: string,
  old: Edge | undefined,
  next: Edge | undefined,
  direction: 1 | -1,
): KeywordChange | undefined {
  const order = position(next, direction) - position(old, direction);
  const moved =
    order !== 0 && !Number.isNaN(order)
      ? order
      : Number(next?.exclusive ?? false) - Number(old?.exclusive ?? false);
  if (moved === 0) return undefined;
  const say = (edge: Edge | undefined) =>
    edge === undefined ? 'none' : `${edge.value}${edge.exclusive ? ' (exclusive)' : ''}`;
  return {
    kind,
    effect: moved > 0 ? 'tightened' : 'loosened',
    says: `the ${kind} went from ${say(old)} to ${say(next)}`,
  };
}

function position(edge: Edge | undefined, direction: 1 | -1): number {
  return edge === undefined ? -Infinity : edge.value * direction;
}

/** Limits with a number: the value that means no limit, and which way is tighter. */
const counted: Readonly<Record<string, { words: string; none: number; tighter: 1 | -1 }>> = {
  minLength: { words: 'minimum length', none: 0, tighter: 1 },
  maxLength: { words: 'maximum length', none: Infinity, tighter: -1 },
  minItems: { words: 'minimum number of elements', none: 0, tighter: 1 },
  maxItems: { words: 'maximum number of elements', none: Infinity, tighter: -1 },
  minProperties: { words: 'minimum number of properties', none: 0, tighter: 1 },
  maxProperties: { words: 'maximum number of properties', none: Infinity, tighter: -1 },
};

/** Keywords that say nothing about which values are allowed. */
const silent = new Set(['default', 'readOnly', 'writeOnly', 'deprecated']);
const widening: readonly (readonly [string, string])[] = [
  ['int32', 'int64'],
  ['float', 'double'],
];

function restChanges(
  old: NormalSchema['rest'],
  next: NormalSchema['rest'],
): readonly (KeywordChange | undefined)[] {
  const keywords = new Set([...old.keys(), ...next.keys()]);
  return [...keywords]
    .filter((keyword) => !silent.has(keyword))
    .map((keyword) => restChange(keyword, old.get(keyword), next.get(keyword)));
}

function restChange(keyword: string, old: unknown, next: unknown): KeywordChange | undefined {
  if (same(old, next)) return undefined;
  const kind = keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const limit = Object.hasOwn(counted, keyword) ? counted[keyword] : undefined;
  if (limit) return countChange(kind, limit, old, next);
  if (keyword === 'uniqueItems') return uniqueChange(kind, old, next);
  if (keyword === 'multipleOf') return multipleChange(kind, old, next);
  const says =
    old === undefined
      ? `${keyword} ${shown(next)} is new`
      : next === undefined
        ? `${keyword} ${shown(old)} is gone`
        : `${keyword} went from ${shown(old)} to ${shown(next)}`;
  const wider = keyword === 'format' && widening.some(([a, b]) => a === old && b === next);
  const narrower = keyword === 'format' && widening.some(([a, b]) => a === next && b === old);
  const effect =
    old === undefined || narrower
      ? 'tightened'
      : next === undefined || wider
        ? 'loosened'
        : 'changed';
  return { kind, effect, says };
}

function countChange(
  kind: string,
  { words, none, tighter }: { words: string; none: number; tighter: 1 | -1 },
  old: unknown,
  next: unknown,
): KeywordChange | undefined {
  const from = typeof old === 'number' ? old : none;
  const to = typeof next === 'number' ? next : none;
  if (from === to) return undefined;
  const say = (value: number) => (value === Infinity ? 'none' : String(value));
  return {
    kind,
    effect: to * tighter > from * tighter ? 'tightened' : 'loosened',
    says: `the ${words} went from ${say(from)} to ${say(to)}`,
  };
}

function uniqueChange(kind: string, old: unknown, next: unknown): KeywordChange | undefined {
  if ((old === true) === (next === true)) return undefined;
  return next === true
    ? { kind, effect: 'tightened', says: 'elements must be different now' }
    : { kind, effect: 'loosened', says: 'elements may repeat now' };
}

function multipleChange(kind: string, old: unknown, next: unknown): KeywordChange {
  const says = `multipleOf went from ${shown(old)} to ${shown(next)}`;
  const divides = (a: unknown, b: unknown) =>
    typeof a === 'number' && typeof b === 'number' && Number.isInteger(b / a);
  const effect =
    old === undefined || divides(old, next)
      ? 'tightened'
      : next === undefined || divides(next, old)
        ? 'loosened'
        : 'changed';
  return { kind, effect, says };
}
