import { countsRows, jsonName } from '#blueprint';
import type { Entity, Expression, Field, Rule } from '#blueprint';
import { evaluate } from '../evaluate.ts';
import { exampleChange, exampleRecord, freeFields, rulesOn, statesOf } from './example-record.ts';
import { fieldsRead } from './expression-parts.ts';
import type { ExampleSetting, JsonRecord } from './example-setting.ts';

import { searchRecord } from './search-record.ts';
import { afterTransition, lastOf, mayTake, stateName, statePaths } from './state-paths.ts';
import type { StatePath } from './state-paths.ts';

/** A write that shows what a rule does. */
export interface RuleExample {
  readonly operation: 'create' | 'update' | 'delete';
  /** The roles of the one who writes. */
  readonly roles: readonly string[];
  /** Records that an owner writes before, one over the other; none for a create. */
  readonly before: readonly JsonRecord[];
  /** What is written; on delete the record that is deleted. */
  readonly record: JsonRecord;
}

/** Writes that show a rule; each is absent where none was found. */
export interface RuleExamples {
  readonly passes?: RuleExample;
  /** It breaks this rule alone. */
  readonly fails?: RuleExample;
}

/** `met`: a conditional rule's condition holds and so does what it asks for; `kept`: the rule is true. */
type Aim = 'met' | 'kept' | 'broken';

/**
 * Examples of a rule that counts no other records. `callers` are the sets of roles to try, the most usual first.
 */
export function ruleExamples(
  entity: Entity,
  rule: Rule,
  setting: ExampleSetting,
  callers: readonly (readonly string[])[] = [['owner']],
): RuleExamples {
  if (countsRows(rule.expression)) return {};
  const starts = callers.map((roles) => startOf(entity, { ...setting, roles }));
  const find = (aim: Aim) => {
    for (const start of starts) {
      const found = findExample(entity, rule, aim, start);
      if (found) return found;
    }
    return undefined;
  };
  const passes = find('met') ?? find('kept');
  const fails = find('broken');
  return { ...(passes && { passes }), ...(fails && { fails }) };
}

/** Where a caller begins, whatever is looked for: worked out once, and only when it is asked for. */
interface Start {
  readonly setting: ExampleSetting;
  readonly first: () => JsonRecord | undefined;
  readonly paths: () => ReadonlyMap<string, StatePath>;
}

function startOf(entity: Entity, setting: ExampleSetting): Start {
  return {
    setting,
    first: once(() => exampleRecord(entity, setting)),
    // An owner leads there, but the caller may have to make the record, so that it is his own.
    paths: once(() => statePaths(entity, { ...setting, roles: ['owner'] }, setting.roles)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function findExample(entity: Entity, rule: Rule, aim: Aim, start: Start): RuleExample | undefined {
  const { setting } = start;
  const { roles } = setting;
  if (rule.on.includes('create')) {
    const record = onCreate(entity, rule, aim, start);
    if (record) return { operation: 'create', roles, before: [], record };
  }
  // Without a lifecycle a record can be made in any state: the later ones are tried after the first.
  const later = entity.lifecycle ? [] : startsIn(entity, rule, start);
  for (const path of [...start.paths().values(), ...later]) {
    if (rule.on.includes('update')) {
      const record = onUpdate(entity, rule, aim, lastOf(path), setting);
      if (record) return { operation: 'update', roles, before: path, record };
    }
    if (rule.on.includes('delete') && deletable(entity, rule, aim, path, setting)) {
      return { operation: 'delete', roles, before: path, record: lastOf(path) };
    }
  }
  return undefined;
}

/** Records in each value of the fields that hold what the rule asks for, made so or changed to it. */
function startsIn(entity: Entity, rule: Rule, { setting, first }: Start): readonly StatePath[] {
  const states = rule.on.includes('delete') ? fieldsRead(rule.expression) : statesOf([rule]);
  return freeFields(entity).flatMap((field) =>
    (states.has(field.name) ? valuesOf(field) : []).flatMap((value): StatePath[] => {
      const given = { [jsonName(field)]: value };
      const record = exampleRecord(entity, setting, { given });
      if (record) return [[record]];
      const before = first();
      const changed = before && exampleChange(entity, before, setting, { given });
      return changed ? [[before, changed]] : [];
    }),
  );
}

function valuesOf({ type }: Field): readonly unknown[] {
  if (type.kind === 'boolean') return [true];
  return type.kind === 'enum' ? type.values.map(({ value }) => value) : [];
}

/** The write that fails, changed by as little as makes it keep the rule; undefined where none was found. */
export function sparedExample(
  entity: Entity,
  rule: Rule,
  fails: RuleExample,
  setting: ExampleSetting,
): RuleExample | undefined {
  const { operation, before, roles } = fails;
  if (operation === 'delete') return undefined;
  const previous = before.at(-1);
  const record = searchRecord(
    {
      entity,
      ...(previous && { previous }),
      start: fails.record,
      // The fields to blame are the ones that the limit is for.
      free: freeFields(entity).toSorted(
        (a, b) => Number(rule.fields.includes(b.name)) - Number(rule.fields.includes(a.name)),
      ),
      ...goals(
        rule,
        'kept',
        rulesOn(entity, { ...setting, roles }, operation === 'create' ? undefined : previous),
      ),
    },
    { ...setting, roles },
  );
  return record && { ...fails, record };
}

function onCreate(entity: Entity, rule: Rule, aim: Aim, { setting, first }: Start) {
  const start = first();
  if (start === undefined) return undefined;
  const goal = goals(rule, aim, rulesOn(entity, setting));
  return searchRecord({ entity, start, free: freeFields(entity), ...goal }, setting);
}

/** A change within the state, else one along a transition that the caller may take. */
function onUpdate(
  entity: Entity,
  rule: Rule,
  aim: Aim,
  previous: JsonRecord,
  setting: ExampleSetting,
): JsonRecord | undefined {
  const goal = goals(rule, aim, rulesOn(entity, setting, previous));
  const search = (start: JsonRecord, guard: readonly Expression[]) =>
    searchRecord(
      {
        entity,
        previous,
        start,
        free: freeFields(entity),
        ...goal,
        isTrue: [...goal.isTrue, ...guard],
      },
      setting,
    );
  const within = search(previous, []);
  if (within) return within;
  for (const transition of entity.lifecycle?.transitions ?? []) {
    const state = stateName(entity);
    const possible = transition.from.includes(String(previous[state]));
    if (!possible || !mayTake(transition, setting.roles)) continue;
    const guard = transition.guard ? [transition.guard] : [];
    const start = afterTransition(entity, transition, previous, setting);
    const found = search(start ?? { ...previous, [state]: transition.to }, guard);
    if (found) return found;
  }
  return undefined;
}

function goals({ expression }: Rule, aim: Aim, rules: readonly Expression[]) {
  const others = rules.filter((other) => other !== expression);
  if (aim === 'broken') return { unbroken: others, isTrue: [], isFalse: [expression] };
  const met = aim === 'met' && expression.kind === 'implies' ? [expression.condition] : [];
  return { unbroken: others, isTrue: [expression, ...met] };
}

function deletable(
  entity: Entity,
  rule: Rule,
  aim: Aim,
  path: StatePath,
  { now, roles }: ExampleSetting,
): boolean {
  const scope = { entity, record: lastOf(path), now, roles };
  const others = entity.rules.filter((other) => other !== rule && other.on.includes('delete'));
  if (others.some((other) => evaluate(other.expression, scope) === false)) return false;
  return evaluate(rule.expression, scope) === (aim !== 'broken');
}
