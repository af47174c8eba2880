import { countsRows, jsonName } from '#blueprint';
import type { Entity, Transition } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import { exampleRecord, freeFields, rulesOn } from './example-record.ts';
import type { ExampleSetting, JsonRecord } from './example-setting.ts';
import { searchRecord } from './search-record.ts';

/** Records that lead to a state: the first is created, each of the others is written over it. */
export type StatePath = readonly [JsonRecord, ...JsonRecord[]];

/**
 * The shortest way to each state that the caller can reach, each step keeping rules and guards. An entity
 * without a lifecycle has one state, the empty text. The first record may be made by somebody else.
 */
export function statePaths(
  entity: Entity,
  setting: ExampleSetting,
  creator: readonly string[] = setting.roles,
): ReadonlyMap<string, StatePath> {
  const paths = new Map<string, StatePath>();
  const first = exampleRecord(entity, { ...setting, roles: creator });
  if (first === undefined) return paths;
  const initial = entity.lifecycle?.initial ?? '';
  paths.set(initial, [first]);
  const waiting = [initial];
  for (let state = waiting.shift(); state !== undefined; state = waiting.shift()) {
    for (const transition of entity.lifecycle?.transitions ?? []) {
      const path = paths.get(state);
      if (path === undefined || paths.has(transition.to)) continue;
      if (!transition.from.includes(state) || !mayTake(transition, setting.roles)) continue;
      const next = afterTransition(entity, transition, lastOf(path), setting);
      if (next === undefined) continue;
      paths.set(transition.to, [...path, next]);
      waiting.push(transition.to);
    }
  }
  return paths;
}

/** The shortest way to a record that no rule keeps from being deleted; undefined where none was found. */
export function removablePath(entity: Entity, setting: ExampleSetting): StatePath | undefined {
  const rules = entity.rules.filter((rule) => rule.on.includes('delete'));
  return [...statePaths(entity, setting).values()].find((path) => {
    const scope = { entity, record: lastOf(path), now: setting.now, roles: setting.roles };
    return !rules.some((rule) => evaluate(rule.expression, scope) === false);
  });
}

/** The record that the transition leaves, keeping rules and guard; undefined where none was found. */
export function afterTransition(
  entity: Entity,
  transition: Transition,
  previous: JsonRecord,
  setting: ExampleSetting,
): JsonRecord | undefined {
  const guard = transition.guard ? [transition.guard] : [];
  // Where rows are not known, they can be made before.
  const must = guard.filter((expression) => !countsRows(expression));
  return searchRecord(
    {
      entity,
      previous,
      start: { ...previous, [stateName(entity)]: transition.to },
      free: freeFields(entity),
      unbroken: [...rulesOn(entity, setting, previous), ...guard],
      isTrue: must,
    },
    setting,
  );
}

/** The record that the transition would leave if its guard did not refuse it, and nothing else does. */
export function brokenGuard(
  entity: Entity,
  transition: Transition,
  previous: JsonRecord,
  setting: ExampleSetting,
): JsonRecord | undefined {
  if (transition.guard === undefined) return undefined;
  return searchRecord(
    {
      entity,
      previous,
      start: { ...previous, [stateName(entity)]: transition.to },
      free: freeFields(entity),
      unbroken: rulesOn(entity, setting, previous),
      isFalse: [transition.guard],
    },
    setting,
  );
}

/** The JSON name of the state; empty where there is no lifecycle. */
export function stateName(entity: Entity): string {
  const field = entity.fields.find(({ name }) => name === entity.lifecycle?.field);
  return field ? jsonName(field) : '';
}

/** True if one of the roles may take the transition (SP-10.3). */
export function mayTake(transition: Transition, roles: readonly string[]): boolean {
  if (transition.roles.length === 0 || roles.includes('owner')) return true;
  return transition.roles.some((role) => roles.includes(role));
}

export function lastOf(path: StatePath): JsonRecord {
  return path.at(-1) ?? path[0];
}
