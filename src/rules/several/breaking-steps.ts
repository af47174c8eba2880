import { countsRows, isReference, jsonName, writableFields } from '#blueprint';
import type { Entity, Rule, Service } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import { exampleRecord, freeFields, rulesOn } from '../examples/example-record.ts';
import type { ExampleSetting, JsonRecord } from '../examples/example-setting.ts';
import { fieldsRead } from '../examples/expression-parts.ts';
import { searchRecord } from '../examples/search-record.ts';
import { lastOf, mayTake, stateName, statePaths } from '../examples/state-paths.ts';
import type { StatePath } from '../examples/state-paths.ts';
import { rulesOfParents } from './rules-of-parents.ts';
import { aggregatesIn, isLenient, severalOf } from './several.ts';
import { worldOf } from './world.ts';
import type { World } from './world.ts';

/** A write of the record that a rule is about, of another of its kind, or of a row that counts for it. */
export type Step =
  /** A new row, or another record of the same kind. */
  | {
      readonly kind: 'create';
      readonly entity: Entity;
      readonly record: JsonRecord;
      /** What is written over it, one after the other, to take it to a state. */
      readonly changes: readonly JsonRecord[];
    }
  /** The record itself, as a whole. */
  | { readonly kind: 'update'; readonly record: JsonRecord }
  /** The row that was created first. */
  | { readonly kind: 'delete'; readonly entity: Entity }
  /** The record itself. */
  | { readonly kind: 'remove' };

/** Writes that the service takes, and one that breaks the rule. */
export interface BreakingSteps {
  readonly accepted: readonly Step[];
  readonly refused: Step;
}

/** What is known where the steps begin. */
export interface Start {
  readonly service: Service;
  readonly entity: Entity;
  readonly rule: Rule;
  /** The record that the rule is about, with its id; it has no rows yet. */
  readonly subject: JsonRecord;
  /** What examples of an entity are made of: for its rows, and for the entity itself. */
  readonly setting: (entity: Entity) => ExampleSetting;
  /** Rows that may be made, at most. */
  readonly most: number;
}

/**
 * Values of the record under which other rules that count rows ask for nothing: a limit that is not given
 * limits nothing.
 * @param rule the one rule that is to have what it reads
 */
export function freeOfOthers({ fields, rules }: Entity, rule?: Rule): JsonRecord {
  const read = new Set(
    rules
      .filter((one) => one !== rule && countsRows(one.expression))
      .flatMap(({ expression }) => [...fieldsRead(expression)]),
  );
  const own = rule ? fieldsRead(rule.expression) : new Set<string>();
  const free = fields.filter(
    (field) =>
      read.has(field.name) && !own.has(field.name) && !field.required && !isReference(field),
  );
  return Object.fromEntries(free.map((field) => [jsonName(field), null]));
}

/** Finds the shortest way to break a rule that counts other records; undefined where none was found. */
export function breakingSteps(start: Start): BreakingSteps | undefined {
  const several = severalOf(start.service, start.rule);
  if (!several) return undefined;
  const member = memberOf(start);
  if (!member) return several.turns ? twin(start) : undefined;
  const rows = rowsOf(start, member.entity, jsonName(member.by));
  if (several.members.length === 0) return badEnd(start, rows);
  return (
    tooMany(start, rows, several.lenient) ??
    badUpdate(start, rows) ??
    tooFew(start, rows) ??
    undefined
  );
}

function memberOf({ service, rule }: Start) {
  return severalOf(service, { ...rule, on: ['update'] })?.members[0];
}

interface Rows {
  readonly entity: Entity;
  /** Row number `n` as it is created and taken to a state. */
  at(n: number): StatePath | undefined;
  /** The first `count` rows as they are then, with ids. */
  first(count: number): readonly JsonRecord[];
}

function rowsOf(
  { service, rule, entity, subject, setting }: Start,
  rows: Entity,
  by: string,
): Rows {
  const where = aggregatesIn(rule.expression).find((one) => one.entity === rows.id)?.where;
  const reference = rows.fields.filter(isReference).find((field) => jsonName(field) === by);
  const link = reference?.type.cardinality === 'many' ? [subject['id']] : subject['id'];
  // The other rules of the record are to let the rows through.
  const more = rulesOfParents(service, rows).filter(({ id }) => id !== rule.id);
  const judged = { ...rows, rules: [...rows.rules, ...more] };
  const made: (StatePath | undefined)[] = [];
  const own = worldOf([entity], { [entity.id]: [subject] });
  const around = { entity, record: subject };
  const pathTo = (usual: ExampleSetting): StatePath | undefined => {
    const example = exampleRecord(judged, usual, { given: { [by]: link } });
    if (!example || !where) return example && [example];
    const free = freeFields(rows).filter((field) => jsonName(field) !== by);
    const fitting = searchRecord(
      {
        entity: judged,
        start: example,
        around,
        free,
        unbroken: rulesOn(judged, usual),
        isTrue: [where],
      },
      usual,
    );
    if (fitting) return [fitting];
    const { now, roles, world } = usual;
    return [...statePaths(judged, usual).values()]
      .map(([first, ...rest]): StatePath => [
        { ...first, [by]: link },
        ...rest.map((record) => ({ ...record, [by]: link })),
      ])
      .find((path) => {
        const record = lastOf(path);
        return evaluate(where, {
          entity: judged,
          record,
          around,
          now,
          roles,
          ...(world && { world }),
        });
      });
  };
  const at = (n: number) => {
    if (n in made) return made[n];
    const base = setting(rows);
    const world = joined(own, base.world);
    return (made[n] = pathTo({ ...base, serial: base.serial + n, world }));
  };
  const first = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const path = at(n);
      return { ...(path && lastOf(path)), id: `row ${n}`, [by]: link };
    });
  return { entity: rows, at, first };
}

/** One row after the other, until one is too many. */
function tooMany(start: Start, rows: Rows, lenient: boolean): BreakingSteps | undefined {
  const accepted: Step[] = [];
  for (let count = 0; count < start.most; count += 1) {
    const step = createStep(rows, count);
    if (!step) return undefined;
    const before = holds(start, start.subject, rows, count);
    const after = holds(start, start.subject, rows, count + 1);
    if (after === false && !(lenient && before === false)) return { accepted, refused: step };
    if (!othersHold(start, rows, count + 1)) return undefined;
    accepted.push(step);
  }
  return undefined;
}

/** A change of the record that its rows do not allow. */
function badUpdate(start: Start, rows: Rows): BreakingSteps | undefined {
  const { entity, rule, subject, setting } = start;
  if (!rule.on.includes('update')) return undefined;
  for (let count = 0; count <= Math.min(2, start.most); count += 1) {
    if (count > 0 && !rows.at(count - 1)) return undefined;
    if (holds(start, subject, rows, count) === false) continue;
    const all = { ...setting(entity), world: worldWith(start, rows, count) };
    const others = rulesOn(entity, all, subject).filter((one) => one !== rule.expression);
    for (const { from, guard } of beginnings(entity, subject, all.roles)) {
      const found = searchRecord(
        {
          entity,
          previous: subject,
          start: from,
          free: freeFields(entity),
          unbroken: [...others, ...guard],
          isFalse: [rule.expression],
        },
        all,
      );
      if (found)
        return {
          accepted: creates(rows, count),
          refused: { kind: 'update', record: writable(entity, found) },
        };
    }
  }
  return undefined;
}

/** The record as it is, and as each transition would leave it. */
function beginnings(entity: Entity, subject: JsonRecord, roles: readonly string[]) {
  const state = stateName(entity);
  const steps = (entity.lifecycle?.transitions ?? []).filter(
    (step) => step.from.includes(String(subject[state])) && mayTake(step, roles),
  );
  return [
    { from: subject, guard: [] },
    ...steps.map(({ to, guard }) => ({
      from: { ...subject, [state]: to },
      guard: guard ? [guard] : [],
    })),
  ];
}

/** The end of the record, while it has rows that are against it. */
function badEnd(start: Start, rows: Rows): BreakingSteps | undefined {
  for (let count = 0; count <= Math.min(2, start.most); count += 1) {
    if (count > 0 && !rows.at(count - 1)) return undefined;
    if (holds(start, start.subject, rows, count) !== false) continue;
    return { accepted: creates(rows, count), refused: { kind: 'remove' } };
  }
  return undefined;
}

/** A row that must not go. */
function tooFew(start: Start, rows: Rows): BreakingSteps | undefined {
  for (let count = 1; count <= start.most; count += 1) {
    if (!rows.at(count - 1)) return undefined;
    const before = holds(start, start.subject, rows, count);
    const after = holds(start, start.subject, rows, count - 1);
    if (before === false || after !== false) continue;
    return { accepted: creates(rows, count), refused: { kind: 'delete', entity: rows.entity } };
  }
  return undefined;
}

/** Another record of the kind, which agrees with the first too much. */
function twin({ entity, rule, subject, setting }: Start): BreakingSteps | undefined {
  const base = setting(entity);
  const world = joined(worldOf([entity], { [entity.id]: [subject] }), base.world);
  const writable = freeFields(entity);
  const values = writable.map((field) => [jsonName(field), subject[jsonName(field)] ?? null]);
  const copy = Object.fromEntries(values) as JsonRecord;
  const fresh = exampleRecord({ ...entity, rules: [] }, { ...base, serial: base.serial + 1 });
  const unique = writable.filter(({ unique: alone }) => alone).map(jsonName);
  const found = searchRecord(
    {
      entity,
      start: { ...copy, ...pick(fresh ?? {}, unique) },
      free: writable,
      unbroken: rulesOn(entity, { ...base, world }).filter((one) => one !== rule.expression),
      isFalse: [rule.expression],
    },
    { ...base, world },
  );
  return found && { accepted: [], refused: { kind: 'create', entity, record: found, changes: [] } };
}

function holds(start: Start, record: JsonRecord, rows: Rows, count: number): boolean | undefined {
  const { entity, rule, setting } = start;
  const { now, roles } = setting(entity);
  const world = worldWith(start, rows, count);
  return evaluate(rule.expression, {
    entity,
    record,
    previous: record,
    now,
    roles,
    world,
  });
}

/** True if the other rules that count rows let so many be. */
function othersHold(start: Start, rows: Rows, count: number): boolean {
  const others = start.entity.rules.filter(
    (one) => one !== start.rule && !isLenient(one.expression) && one.on.includes('update'),
  );
  return others.every((rule) => holds({ ...start, rule }, start.subject, rows, count) !== false);
}

function worldWith({ entity, subject, setting }: Start, rows: Rows, count: number): World {
  const known = worldOf([entity, rows.entity], {
    [entity.id]: [subject],
    [rows.entity.id]: rows.first(count),
  });
  return joined(known, setting(entity).world);
}

/** What the first world knows, else what the second does. */
function joined(first: World, second: World | undefined): World {
  return {
    entity: (id) => first.entity(id) ?? second?.entity(id),
    records: (id) => (first.entity(id) ? first.records(id) : second?.records(id)),
    record: (entity, id) => first.record(entity, id) ?? second?.record(entity, id),
  };
}

function createStep(rows: Rows, n: number): Step | undefined {
  const path = rows.at(n);
  if (!path) return undefined;
  const [record, ...changes] = path;
  return { kind: 'create', entity: rows.entity, record, changes };
}

function creates(rows: Rows, count: number): readonly Step[] {
  return Array.from({ length: count }, (_, n) => createStep(rows, n) ?? []).flat();
}

function writable(entity: Entity, record: JsonRecord): JsonRecord {
  return pick(record, writableFields(entity).map(jsonName));
}

function pick(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}
