import { jsonName, writableFields } from '#blueprint';
import type { Entity, Expression, Field, Rule } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import { isLenient } from '../several/several.ts';
import type { ExampleSetting, JsonRecord } from './example-setting.ts';
import { partsOf } from './expression-parts.ts';
import { fieldExample } from './field-example.ts';
import { searchRecord } from './search-record.ts';
import type { Wanted } from './search-record.ts';

/** What an example is to be like. */
export interface ExampleOptions {
  /** All properties that can be set, or only those that must be; all when not given. */
  readonly fill?: 'all' | 'required';
  /** Properties that are to have these values. */
  readonly given?: JsonRecord;
  /** What it is to be like besides, where that can be. */
  readonly wishes?: readonly Expression[];
}

/**
 * A record that can be created: it holds every writable property and keeps the limits of the fields and
 * all rules over one record. Undefined where none was found: a sign that the rules contradict each other.
 */
export function exampleRecord(
  entity: Entity,
  setting: ExampleSetting,
  { fill = 'all', given = {}, wishes = [] }: ExampleOptions = {},
): JsonRecord | undefined {
  const search = (isTrue: readonly Expression[]) =>
    searchRecord(
      {
        entity,
        start: { ...draft(entity, setting, fill), ...given },
        free: freeFields(entity).filter((field) => !(jsonName(field) in given)),
        unbroken: rulesOn(entity, setting),
        isTrue,
      },
      setting,
    );
  return (wishes.length > 0 ? search(wishes) : undefined) ?? search([]);
}

/**
 * A change of a record within its state: another record that may be written over it, with as many other
 * values as the rules allow. Undefined where none was found, or where nothing could be changed.
 */
export function exampleChange(
  entity: Entity,
  previous: JsonRecord,
  setting: ExampleSetting,
  { fill = 'all', given = {} }: ExampleOptions = {},
): JsonRecord | undefined {
  const state = entity.fields.find(({ name }) => name === entity.lifecycle?.field);
  const kept = state ? { [jsonName(state)]: previous[jsonName(state)] } : {};
  const start = { ...draft(entity, setting, fill), ...kept, ...given };
  const wanted = {
    entity,
    previous,
    free: freeFields(entity).filter((field) => !(jsonName(field) in given)),
    unbroken: rulesOn(entity, setting, previous),
  };
  const changed =
    searchRecord({ ...wanted, start }, setting) ?? changeOneByOne({ ...wanted, start }, setting);
  const same = Object.entries(changed ?? {}).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(previous[name]),
  );
  return same ? undefined : changed;
}

/** Where no search leads there: as many values of `start` as the rules let be written over the record. */
function changeOneByOne(
  { entity, previous, start, free, unbroken }: Wanted & { readonly previous: JsonRecord },
  { now, roles, world }: ExampleSetting,
): JsonRecord | undefined {
  const scopeOf = (record: JsonRecord) => ({
    entity,
    record,
    previous,
    now,
    roles,
    ...(world && { world }),
  });
  const keeps = (record: JsonRecord) =>
    unbroken.every((expression) => evaluate(expression, scopeOf(record)) !== false);
  const fixed = Object.entries(start).filter(
    ([name]) => !free.some((field) => jsonName(field) === name),
  );
  let record: JsonRecord = { ...previous, ...Object.fromEntries(fixed) };
  if (!keeps(record)) return undefined;
  for (const name of free.map(jsonName)) {
    const next = { ...record, [name]: start[name] };
    if (keeps(next)) record = next;
  }
  return Object.fromEntries(Object.keys(start).map((name) => [name, record[name]]));
}

/** A first attempt, which keeps the limits of the fields but knows no rules. */
function draft(entity: Entity, setting: ExampleSetting, fill: 'all' | 'required'): JsonRecord {
  const states = statesOf(entity.rules);
  const values = writableFields(entity).map((field): [string, unknown] => {
    if (field.name === entity.lifecycle?.field) return [jsonName(field), entity.lifecycle.initial];
    const first = states.has(field.name) ? beginningOf(field) : undefined;
    if (first !== undefined) return [jsonName(field), first];
    const wanted = fill === 'all' || (field.required && field.default === undefined);
    return [jsonName(field), wanted ? fieldExample(field, setting) : absent(field, setting)];
  });
  return Object.fromEntries(values);
}

/** Fields of which a rule asks what they were, such as a state without a lifecycle: it begins with its first value. */
export function statesOf(rules: readonly Rule[]): ReadonlySet<string> {
  const parts = rules.flatMap(({ expression }) => partsOf(expression));
  return new Set(parts.flatMap((part) => (part.kind === 'previous' ? [part.field] : [])));
}

function beginningOf({ type }: Field): unknown {
  if (type.kind === 'boolean') return false;
  return type.kind === 'enum' ? type.values[0]?.value : undefined;
}

/** What the service makes of a property that is not given (SP-1.12). */
export function absent(field: Field, { now }: Pick<ExampleSetting, 'now'>): unknown {
  if (field.default === undefined) {
    return field.type.kind === 'reference' && field.type.cardinality === 'many' ? [] : null;
  }
  if (field.default.kind === 'value') return field.default.value;
  const time = new Date(now).toISOString();
  return field.type.kind === 'date' ? time.slice(0, 10) : time;
}

/** The fields that a search may set: all writable ones but the state. */
export function freeFields(entity: Entity): readonly Field[] {
  return writableFields(entity).filter((field) => field.name !== entity.lifecycle?.field);
}

/** The rules that a write is held to: `previous` is the record before an update. */
export function rulesOn(
  entity: Entity,
  setting: ExampleSetting,
  previous?: JsonRecord,
): readonly Expression[] {
  const on = previous ? 'update' : 'create';
  const rules = entity.rules.filter((rule) => rule.on.includes(on));
  return rules.map(({ expression }) => expression).filter(mayBreak);

  /** What asks for rows may be broken in a new record, and stay so. */
  function mayBreak(expression: Expression): boolean {
    if (!isLenient(expression)) return true;
    if (!previous) return false;
    const { now, roles, world } = setting;
    const scope = { entity, record: previous, previous, now, roles, ...(world && { world }) };
    return evaluate(expression, scope) !== false;
  }
}
