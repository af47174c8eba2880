import { jsonName } from '#blueprint';
import type { Entity, Expression, Field } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import type { Place } from '../several/outside.ts';
import type { Scope } from '../evaluate.ts';
import { canBe } from './can-be.ts';
import { candidates } from './candidates.ts';
import { distance } from './distance.ts';
import type { ExampleSetting, JsonRecord } from './example-setting.ts';
import { fieldsRead } from './expression-parts.ts';

/** What a record should be. */
export interface Wanted {
  readonly entity: Entity;
  readonly start: JsonRecord;
  /** The record before the write; absent on create. */
  readonly previous?: JsonRecord;
  /** Where it is a row of an aggregate: the record that the rule is about. */
  readonly around?: Place;
  /** The fields that may be changed. */
  readonly free: readonly Field[];
  /** Must not be false: what is unknown does not matter. */
  readonly unbroken: readonly Expression[];
  readonly isTrue?: readonly Expression[];
  readonly isFalse?: readonly Expression[];
}

/** How many records are tried at most. */
const TRIES = 4000;

/**
 * Finds a record as wanted, by changing one field of `start` after the other, or two at once where one
 * alone does not help; undefined when none was found in a bounded number of tries.
 */
export function searchRecord(wanted: Wanted, setting: ExampleSetting): JsonRecord | undefined {
  const goals = goalsOf(wanted);
  if (!goals.every((goal) => canBe(goal.expression, goal.value, setting.roles))) return undefined;
  const costOf = (record: JsonRecord) => {
    const scope = scopeOf(wanted, record, setting);
    return goals.reduce((sum, goal) => sum + costOfGoal(goal, scope), 0);
  };
  const best = { record: wanted.start, cost: costOf(wanted.start), tries: 0 };
  const improves = (record: JsonRecord) => {
    best.tries += 1;
    const cost = best.tries > TRIES ? Number.POSITIVE_INFINITY : costOf(record);
    if (cost >= best.cost) return false;
    Object.assign(best, { record, cost });
    return true;
  };
  while (best.cost > 0) {
    if (!step(wanted, goals, best.record, improves, setting)) return undefined;
  }
  return best.record;
}

/** What an expression should be. */
interface Goal {
  readonly expression: Expression;
  readonly value: boolean;
  /** Unknown is fine too. */
  readonly lenient: boolean;
  readonly fields: ReadonlySet<string>;
}

function goalsOf({ unbroken, isTrue = [], isFalse = [] }: Wanted): readonly Goal[] {
  const goal = (expression: Expression, value: boolean, lenient: boolean): Goal => ({
    expression,
    value,
    lenient,
    fields: fieldsRead(expression),
  });
  return [
    ...unbroken.map((expression) => goal(expression, true, true)),
    ...isTrue.map((expression) => goal(expression, true, false)),
    ...isFalse.map((expression) => goal(expression, false, false)),
  ];
}

function costOfGoal({ expression, value, lenient }: Goal, scope: Scope): number {
  if (lenient && evaluate(expression, scope) !== false) return 0;
  return distance(expression, value, scope);
}

/** Changes one field that an open goal reads; or such a field and another; false where nothing helps. */
function step(
  { free, ...wanted }: Wanted,
  goals: readonly Goal[],
  from: JsonRecord,
  improves: (record: JsonRecord) => boolean,
  setting: ExampleSetting,
): boolean {
  const scope = scopeOf(wanted, from, setting);
  const open = goals.filter((goal) => costOfGoal(goal, scope) > 0);
  // A goal that no field can reach makes all tries needless.
  if (open.some(({ fields }) => !free.some(({ name }) => fields.has(name)))) return false;
  function* changesOf(some: readonly Goal[]): Iterable<JsonRecord> {
    for (const field of free)
      if (some.some(({ fields }) => fields.has(field.name)))
        for (const value of candidates(field, readers(goals, field), scope, setting))
          yield { [jsonName(field)]: value };
  }
  // The first change often helps already: the others need not be made.
  for (const first of changesOf(open)) if (improves({ ...from, ...first })) return true;
  const seconds = [...changesOf(goals)];
  for (const first of changesOf(open))
    if (seconds.some((second) => improves({ ...from, ...first, ...second }))) return true;
  return false;
}

/** The expressions that a field matters to. */
function readers(goals: readonly Goal[], { name }: Field): readonly Expression[] {
  return goals.filter(({ fields }) => fields.has(name)).map(({ expression }) => expression);
}

function scopeOf(
  { entity, previous, around }: Pick<Wanted, 'entity' | 'previous' | 'around'>,
  record: JsonRecord,
  setting: ExampleSetting,
): Scope {
  const { now, roles, world } = setting;
  return {
    entity,
    record,
    now,
    roles,
    ...(previous && { previous }),
    ...(around && { around }),
    ...(world && { world }),
  };
}
