import { hasRole } from '../caller.ts';
import type { Issue } from '../fields/issues.ts';
import { segment } from '../fields/issues.ts';
import { Problem } from '../http/problem.ts';
import type { Check, Resource, Rule, StoredRecord, Transition } from './resource.ts';

/** The rules over one record that a write violates, as parts of a problem. */
export function brokenRules(resource: Resource, on: Rule['on'][number], check: Check): Issue[] {
  const broken = (resource.rules ?? []).filter(
    (rule) => !rule.several && rule.on.includes(on) && rule.holds(check) === false,
  );
  return broken.map(({ id, property, message }) => ({
    pointer: property === undefined ? '' : segment(property),
    code: 'rule',
    rule: id,
    message,
  }));
}

/** A new record must be in the initial state. */
export function wrongInitialState({ lifecycle }: Resource, record: StoredRecord): Issue[] {
  if (!lifecycle || record[lifecycle.property] === lifecycle.initial) return [];
  const message = `a new record must be ${lifecycle.initial}`;
  return [{ pointer: segment(lifecycle.property), code: 'enum', message }];
}

/**
 * The transition that a write takes, if it changes the state.
 * @throws a problem 409 if there is none, and 403 if it is not for the caller.
 */
export async function transitionOf(
  { lifecycle }: Resource,
  check: Check,
): Promise<Transition | undefined> {
  if (!lifecycle || !check.previous) return undefined;
  const { property, transitions } = lifecycle;
  const from = String(check.previous[property]);
  const to = check.record[property];
  if (from === to) return undefined;
  const possible = transitions.filter((transition) => transition.from.includes(from));
  const ways = possible.filter((transition) => transition.to === to);
  if (ways.length === 0) {
    const states = [...new Set(possible.map((transition) => transition.to))];
    const detail =
      states.length === 0
        ? `${from} is a final state.`
        : `From ${from} only these states are possible: ${states.join(', ')}.`;
    throw new Problem('invalid-transition', detail, {
      errors: [{ pointer: segment(property), code: 'invalid', message: detail }],
    });
  }
  const allowed = ways.filter(
    ({ roles }) => !roles || roles.some((role) => hasRole(check.caller, role)),
  );
  if (allowed.length === 0) {
    throw new Problem(
      'forbidden',
      `Your role may not take a record from ${from} to ${String(to)}.`,
    );
  }
  for (const transition of allowed) {
    if ((await transition.guard?.(check)) !== false) return transition;
  }
  return allowed[0];
}

/** The guard of a transition, if it does not hold. */
export async function brokenGuard(
  { lifecycle }: Resource,
  transition: Transition | undefined,
  check: Check,
): Promise<Issue[]> {
  if (!lifecycle || (await transition?.guard?.(check)) !== false || !transition) return [];
  return [
    {
      pointer: segment(lifecycle.property),
      code: 'rule',
      rule: transition.id,
      message: transition.message ?? `the record is not ready for ${transition.name}`,
    },
  ];
}
