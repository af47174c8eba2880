import type { Expression, Lifecycle, Transition } from '#blueprint';
import type { SourceSpan } from '#diagnostics';
import type { Language } from '../../words/language.ts';
import { all } from '../grammar/expressions.ts';
import { nameOf, uniqueNames } from '../naming.ts';
import { verbOfValue } from '../sentence/vocabulary.ts';
import type { Draft, Step } from './draft.ts';
import { stateKey } from './match-states.ts';

/** The lifecycle of a draft; undefined where no step is known. Steps to one state by the same people are one transition. */
export function assembleLifecycle(draft: Draft, language: Language): Lifecycle | undefined {
  const { entity, steps, values, sources } = draft;
  const initial = draft.initial ?? firstSource(steps);
  if (initial === undefined || steps.length === 0) return undefined;
  const field = draft.field?.field.name ?? 'status';
  const id = `${entity.entity.id}/${field}`;
  const stateNames = uniqueNames();
  const names = uniqueNames();
  return {
    id,
    label: draft.field?.field.label ?? 'Status',
    origin: 'stated',
    sources: [...sources],
    field,
    initial,
    states: values.map((value) => ({
      id: `${id}/state/${stateNames(nameOf(stateKey(value), language) || 'state')}`,
      label: value,
      value,
      origin: 'stated',
      sources: [...sources],
    })),
    transitions: [...Map.groupBy(distinctSteps(steps), groupOf).values()].map(
      (group): Transition => {
        const [first] = group;
        const to = first?.to ?? '';
        const name = names(nameOfStep(first, language));
        const guard = guardOf(group);
        return {
          id: `${id}/${name}`,
          name,
          label: first?.verb ?? name,
          origin: 'stated',
          sources: uniqueSources(group.flatMap((step) => step.sources)),
          from: group.map(({ from }) => from),
          to,
          roles: [...(first?.roles ?? [])].toSorted(),
          ...(guard && { guard }),
        };
      },
    ),
  };
}

/** A verb that people use for the step, else `to-<state>`. */
function nameOfStep(step: Step | undefined, language: Language): string {
  const said = step?.verb === undefined ? '' : nameOf(step.verb, language);
  if (said !== '' && said.split('-').length <= 3) return said;
  return (
    verbOfValue(step?.to ?? '') ??
    (`to-${nameOf(stateKey(step?.to ?? ''), language)}`.replace(/-$/, '') || 'move')
  );
}

function groupOf({ to, roles, guard, verb }: Step): string {
  return JSON.stringify([
    to,
    roles,
    guard ?? null,
    verb === undefined || verbOfValue(to) === verb ? '' : verb,
  ]);
}

function guardOf(group: readonly Step[]): Expression | undefined {
  const guards = [
    ...new Map(
      group.flatMap(({ guard }) => (guard ? [[JSON.stringify(guard), guard] as const] : [])),
    ).values(),
  ];
  return guards.length === 0 ? undefined : all(guards);
}

/** The same step said twice is one, with both places. */
function distinctSteps(steps: readonly Step[]): readonly Step[] {
  const byEnds = Map.groupBy(
    steps.filter(({ from, to }) => from !== to),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  return [...byEnds.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const guard = guardOf(group);
    const verb = group.find((step) => step.verb !== undefined)?.verb;
    return [
      {
        ...first,
        roles: [...new Set(group.flatMap(({ roles }) => roles))].toSorted(),
        sources: group.flatMap(({ sources }) => sources),
        ...(guard && { guard }),
        ...(verb !== undefined && { verb }),
      },
    ];
  });
}

function firstSource(steps: readonly Step[]): string | undefined {
  const targets = new Set(steps.map(({ to }) => to));
  return (steps.find(({ from }) => !targets.has(from)) ?? steps[0])?.from;
}

function uniqueSources(sources: readonly SourceSpan[]): SourceSpan[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
