import { isReference, jsonName } from '#blueprint';
import type { Entity, Expression, Rule, Service } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import { exampleRecord, freeFields, rulesOn } from '../examples/example-record.ts';
import type { ExampleSetting, JsonRecord } from '../examples/example-setting.ts';
import { searchRecord } from '../examples/search-record.ts';
import { aggregatesIn, severalOf } from './several.ts';
import { worldOf } from './world.ts';
import type { World } from './world.ts';

/** A write of the record that a rule is about, of another of its kind, or of a row that counts for it. */
export type Step =
  /** A new row, or another record of the same kind. */
  | { readonly kind: 'create'; readonly entity: Entity; readonly record: JsonRecord }
  /** The record itself, as a whole. */
  | { readonly kind: 'update'; readonly record: JsonRecord }
  /** The row that was created first. */
  | { readonly kind: 'delete'; readonly entity: Entity };

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

/** Finds the shortest way to break a rule that counts other records; undefined where none was found. */
export function breakingSteps(start: Start): BreakingSteps | undefined {
  const several = severalOf(start.service, start.rule);
  if (!several) return undefined;
  const [member] = several.members;
  if (!member) return several.turns ? twin(start) : undefined;
  const rows = rowsOf(start, member.entity, jsonName(member.by));
  return (
    tooMany(start, rows, several.lenient) ??
    badUpdate(start, rows) ??
    tooFew(start, rows) ??
    undefined
  );
}

interface Rows {
  readonly entity: Entity;
  /** Row number `n` as it is sent. */
  at(n: number): JsonRecord | undefined;
  /** The first `count` rows as they are then, with ids. */
  first(count: number): readonly JsonRecord[];
}

function rowsOf({ rule, entity, subject, setting }: Start, rows: Entity, by: string): Rows {
  const where = aggregatesIn(rule.expression).find((one) => one.entity === rows.id)?.where;
  const reference = rows.fields.filter(isReference).find((field) => jsonName(field) === by);
  const link = reference?.type.cardinality === 'many' ? [subject['id']] : subject['id'];
  const made: (JsonRecord | undefined)[] = [];
  const at = (n: number) => {
    if (n in made) return made[n];
    const base = setting(rows);
    const around = { entity, record: subject };
    const own = worldOf([entity], { [entity.id]: [subject] });
    const usual = { ...base, serial: base.serial + n, world: joined(own, base.world) };
    const example = exampleRecord(rows, usual, { given: { [by]: link } });
    const record =
      example &&
      where &&
      searchRecord(
        {
          entity: rows,
          start: example,
          around,
          free: freeFields(rows).filter((field) => jsonName(field) !== by),
          unbroken: rulesOn(rows, 'create'),
          isTrue: [where],
        },
        usual,
      );
    return (made[n] = where ? record : example);
  };
  const first = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ ...at(n), id: `row ${n}`, [by]: link }));
  return { entity: rows, at, first };
}

/** One row after the other, until one is too many. */
function tooMany(start: Start, rows: Rows, lenient: boolean): BreakingSteps | undefined {
  const accepted: Step[] = [];
  for (let count = 0; count < start.most; count += 1) {
    const record = rows.at(count);
    if (!record) return undefined;
    const before = holds(start, start.subject, rows, count);
    const after = holds(start, start.subject, rows, count + 1);
    const step: Step = { kind: 'create', entity: rows.entity, record };
    if (after === false && !(lenient && before === false)) return { accepted, refused: step };
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
    const others = rulesOn(entity, 'update').filter((one) => one !== rule.expression);
    const found = searchRecord(
      {
        entity,
        previous: subject,
        start: subject,
        free: freeFields(entity),
        unbroken: others,
        isFalse: [rule.expression],
      },
      { ...setting(entity), world: worldWith(start, rows, count) },
    );
    if (!found) continue;
    return { accepted: creates(rows, count), refused: { kind: 'update', record: found } };
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
      unbroken: rulesOn(entity, 'create').filter((one) => one !== rule.expression),
      isFalse: [rule.expression],
    },
    { ...base, world },
  );
  return found && { accepted: [], refused: { kind: 'create', entity, record: found } };
}

function holds(start: Start, record: JsonRecord, rows: Rows, count: number): boolean | undefined {
  const { entity, rule, setting } = start;
  const { now, roles } = setting(entity);
  const world = worldWith(start, rows, count);
  return evaluate(rule.expression as Expression, {
    entity,
    record,
    previous: record,
    now,
    roles,
    world,
  });
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

function creates(rows: Rows, count: number): readonly Step[] {
  return Array.from({ length: count }, (_, n) => ({
    kind: 'create',
    entity: rows.entity,
    record: rows.at(n) ?? {},
  }));
}

function pick(record: JsonRecord, names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}
