import { isEnforceable } from '#blueprint';
import type { Entity, Rule, Transition } from '#blueprint';
import { ruleExamples } from '#rules';
import type { ExampleSetting, JsonRecord } from '#rules';

/** A write that takes a transition without what its guard asks for; undefined if there is none. */
export function guardExample(
  entity: Entity,
  transition: Transition,
  setting: ExampleSetting,
): { readonly before: JsonRecord; readonly record: JsonRecord } | undefined {
  const { lifecycle } = entity;
  const { guard, from, to } = transition;
  if (lifecycle === undefined || guard === undefined || !isEnforceable(guard)) return undefined;
  const { field } = lifecycle;
  const text = (value: string) => ({ kind: 'literal', type: 'string', value }) as const;
  // As a rule, the guard is: who comes from there and gets there must keep it.
  const rule: Rule = {
    ...transition,
    statement: transition.label,
    message: transition.label,
    on: ['update'],
    fields: [],
    expression: {
      kind: 'implies',
      condition: {
        kind: 'and',
        operands: [
          { kind: 'in', value: { kind: 'previous', field }, options: from.map(text) },
          { kind: 'compare', operator: 'eq', left: { kind: 'field', field }, right: text(to) },
        ],
      },
      consequence: guard,
    },
  };
  const { guard: _, ...free } = transition;
  const transitions = lifecycle.transitions.map((other) => (other === transition ? free : other));
  const unguarded = { ...entity, lifecycle: { ...lifecycle, transitions } };
  const { fails } = ruleExamples(unguarded, rule, setting);
  const before = fails?.before.at(-1);
  return fails && before && { before, record: fails.record };
}
