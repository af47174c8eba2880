import type { Lifecycle } from '#blueprint';
import type { Claim } from './claim.ts';
import type { Values } from './parts.ts';
import type { Scope } from './scope.ts';

/**
 * The states that "once approved", "after approval" and "until it is shipped" mean: those that a record
 * reaches only through the state named, or only before it. Undefined where the link is no such one.
 */
export function statesAround(claim: Claim, scope: Scope): Values | undefined {
  const { link, conditionStates: states } = claim;
  if (!states?.own || states.field.type.kind !== 'enum') return undefined;
  const lifecycle = scope.lifecycles.get(scope.entity.entity.id);
  if (link === 'once' || link === 'after')
    return { ...states, values: through(states.values, lifecycle) };
  if (link === 'before' || link === 'until') {
    const earlier = before(states.values, lifecycle);
    return earlier && { ...states, values: earlier };
  }
  return undefined;
}

/** The states themselves and those that can be reached only through one of them. */
export function through(
  values: readonly string[],
  lifecycle: Lifecycle | undefined,
): readonly string[] {
  if (!lifecycle) return values;
  const around = reachable(lifecycle, [lifecycle.initial], values);
  const later = reachable(lifecycle, values, []);
  return lifecycle.states
    .map(({ value }) => value)
    .filter((value) => values.includes(value) || (later.has(value) && !around.has(value)));
}

/** The states from which one of `values` can still be reached; undefined without a lifecycle. */
export function before(
  values: readonly string[],
  lifecycle: Lifecycle | undefined,
): readonly string[] | undefined {
  if (!lifecycle) return undefined;
  const after = reachable(lifecycle, values, []);
  return lifecycle.states
    .map(({ value }) => value)
    .filter(
      (value) =>
        !values.includes(value) &&
        !after.has(value) &&
        values.some((target) => reachable(lifecycle, [value], []).has(target)),
    );
}

/** What can be reached from the starts without entering `avoiding`. */
function reachable(
  { transitions }: Lifecycle,
  starts: readonly string[],
  avoiding: readonly string[],
): ReadonlySet<string> {
  const seen = new Set(starts.filter((start) => !avoiding.includes(start)));
  for (const state of seen)
    for (const { from, to } of transitions)
      if (from.includes(state) && !avoiding.includes(to)) seen.add(to);
  return seen;
}
