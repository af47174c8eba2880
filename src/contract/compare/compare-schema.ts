import type { Comparison, Place } from './comparison.ts';
import type { Direction } from './contract-change.ts';
import type { Located } from './document-reader.ts';
import { own, shown } from './json.ts';
import { keywordChanges } from './keyword-effects.ts';
import { normalSchema } from './normal-schema.ts';
import type { NormalSchema } from './normal-schema.ts';

const MAX_DEPTH = 100;

/** Where a schema is compared: which way its values go, for which operation, how deep. */
export interface SchemaContext {
  readonly comparison: Comparison;
  readonly direction: Direction;
  readonly operation: string | undefined;
  readonly depth: number;
}

/** Compares two schemas in every part, and reports what changed. */
export function compareSchemas(context: SchemaContext, before: Located, after: Located): void {
  const { comparison, direction, depth } = context;
  if (depth > MAX_DEPTH || !comparison.enter(before.node, after.node, direction)) return;
  const old = normalSchema(comparison.old, before);
  const next = normalSchema(comparison.next, after);
  const place = placeOf(context, next.pointer);
  const changes = keywordChanges(old, next);
  for (const { kind, effect, says } of changes)
    comparison.effect(kind, place, says, effect, direction);
  if (changes.some(({ kind, effect }) => kind === 'type' && effect === 'changed')) return;
  compareDefault(context, old, next);
  compareProperties(context, old, next);
  compareAdditional(context, old, next);
  compareItems(context, old, next);
  compareAlternatives(context, old, next);
}

function placeOf({ operation }: SchemaContext, pointer: string): Place {
  return { pointer, operation };
}

/** Only in requests: an answer always says what the value is. */
function compareDefault(context: SchemaContext, old: NormalSchema, next: NormalSchema): void {
  if (context.direction === 'response') return;
  const before = old.rest.get('default');
  const after = next.rest.get('default');
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const place = placeOf(context, next.pointer);
  if (before === undefined) {
    context.comparison.compatible(
      'default',
      place,
      `What is left out now counts as ${shown(after)}: it is said for the first time.`,
    );
  } else {
    const now = after === undefined ? 'nothing that is promised' : shown(after);
    context.comparison.breaking(
      'default',
      place,
      `What is left out counted as ${shown(before)} and now counts as ${now}: requests of those who leave it out mean something else.`,
    );
  }
}

function compareProperties(context: SchemaContext, old: NormalSchema, next: NormalSchema): void {
  const { comparison, direction } = context;
  const before = visible(old, direction);
  const after = visible(next, direction);
  for (const [name, schema] of before) {
    const now = after.get(name);
    if (now) compareSchemas({ ...context, depth: context.depth + 1 }, schema, now);
    else removed(context, name, schema, old, next);
  }
  for (const [name, schema] of after)
    if (!before.has(name)) added(context, name, schema, old, next);
  for (const name of names(old, next)) {
    const isNew = after.has(name) && !before.has(name);
    const isGone = before.has(name) && !after.has(name);
    if (isNew || isGone || old.required.has(name) === next.required.has(name)) continue;
    if (hidden(next, name, direction) || hidden(old, name, direction)) continue;
    const place = placeOf(context, after.get(name)?.pointer ?? next.pointer);
    const effect = next.required.has(name) ? 'tightened' : 'loosened';
    const says = next.required.has(name)
      ? `property '${name}' is always there now`
      : `property '${name}' may be missing now`;
    const asked = next.required.has(name)
      ? `property '${name}' must be given now`
      : `property '${name}' may be left out now`;
    comparison.effect('required', place, direction === 'request' ? asked : says, effect, direction);
  }
}

function removed(
  context: SchemaContext,
  name: string,
  schema: Located,
  old: NormalSchema,
  next: NormalSchema,
): void {
  const { comparison, direction } = context;
  const place = placeOf(context, schema.pointer);
  if (direction === 'request') {
    if (next.additional === false)
      comparison.breaking(
        'property-removed',
        place,
        `Property '${name}' is gone and others are refused: those who send it are refused.`,
      );
    else
      comparison.compatible(
        'property-removed',
        place,
        `Property '${name}' is gone: those who send it are not refused, but it does nothing.`,
      );
  } else if (old.required.has(name)) {
    comparison.breaking(
      'property-removed',
      place,
      `Property '${name}' is gone: those who read answers rely on it.`,
    );
  } else {
    comparison.compatible(
      'property-removed',
      place,
      `Property '${name}' is gone: those who read answers had to expect it to be missing.`,
    );
  }
}

function added(
  context: SchemaContext,
  name: string,
  schema: Located,
  old: NormalSchema,
  next: NormalSchema,
): void {
  const { comparison, direction } = context;
  const place = placeOf(context, schema.pointer);
  if (direction === 'request') {
    if (next.required.has(name))
      comparison.breaking(
        'required-property-added',
        place,
        `Property '${name}' is new and must be given: those who send requests without it are refused.`,
      );
    else
      comparison.compatible(
        'property-added',
        place,
        `Property '${name}' is new and may be left out.`,
      );
  } else if (old.additional === false) {
    comparison.breaking(
      'property-added',
      place,
      `Property '${name}' is new: those who read answers were promised that there are no others.`,
    );
  } else {
    comparison.compatible(
      'property-added',
      place,
      `Property '${name}' is new: those who read answers can ignore it.`,
    );
  }
}

/** A request has no read-only properties, an answer no write-only ones. */
function visible(schema: NormalSchema, direction: Direction): ReadonlyMap<string, Located> {
  return new Map([...schema.properties].filter(([name]) => !hidden(schema, name, direction)));
}

function hidden(schema: NormalSchema, name: string, direction: Direction): boolean {
  const node = schema.properties.get(name)?.node;
  return (
    node !== undefined && own(node, direction === 'request' ? 'readOnly' : 'writeOnly') === true
  );
}

function names(old: NormalSchema, next: NormalSchema): ReadonlySet<string> {
  return new Set([...old.required, ...next.required]);
}

function compareAdditional(context: SchemaContext, old: NormalSchema, next: NormalSchema): void {
  const { comparison, direction } = context;
  const place = placeOf(context, next.pointer);
  const say = (says: string, effect: 'tightened' | 'loosened') =>
    comparison.effect('additional-properties', place, says, effect, direction);
  if (old.additional === next.additional) return;
  if (next.additional === false) say('no other properties are allowed now', 'tightened');
  else if (old.additional === false) say('other properties are allowed now', 'loosened');
  else if (old.additional === undefined) say('other properties have a schema now', 'tightened');
  else if (next.additional === undefined) say('other properties may be anything now', 'loosened');
  else compareSchemas({ ...context, depth: context.depth + 1 }, old.additional, next.additional);
}

function compareItems(context: SchemaContext, old: NormalSchema, next: NormalSchema): void {
  const { comparison, direction } = context;
  const place = placeOf(context, next.pointer);
  if (old.items && next.items) {
    compareSchemas({ ...context, depth: context.depth + 1 }, old.items, next.items);
  } else if (next.items)
    comparison.effect('items', place, 'elements have a schema now', 'tightened', direction);
  else if (old.items)
    comparison.effect('items', place, 'elements may be anything now', 'loosened', direction);
}

function compareAlternatives(context: SchemaContext, old: NormalSchema, next: NormalSchema): void {
  const { comparison, direction } = context;
  if (!old.alternatives && !next.alternatives) return;
  const place = placeOf(context, next.pointer);
  const say = (says: string, effect: 'tightened' | 'loosened') =>
    comparison.effect('alternatives', place, says, effect, direction);
  if (!old.alternatives) return say('only certain alternatives are left', 'tightened');
  if (!next.alternatives) return say('alternatives are no longer prescribed', 'loosened');
  for (const [key, branch] of old.alternatives) {
    const now = next.alternatives.get(key);
    if (now) compareSchemas({ ...context, depth: context.depth + 1 }, branch, now);
    else say(`alternative ${key} is gone`, 'tightened');
  }
  for (const key of next.alternatives.keys()) {
    if (!old.alternatives.has(key)) say(`alternative ${key} is new`, 'loosened');
  }
}
