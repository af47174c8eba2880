import { acting, conditionOf, hasCue, onlyCues } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { not } from '../grammar/expressions.ts';
import type { Field } from '#blueprint';
import type { Finding } from '../grammar/finding.ts';
import type { Part, Values } from '../grammar/parts.ts';
import { stateField } from '../grammar/scope.ts';
import { statesAround } from '../grammar/states.ts';
import type { Scope } from '../grammar/scope.ts';

/** "Only a draft can be submitted", "an order can be cancelled before it is shipped", "only managers can approve". */
export function transition(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  return start(claim, scope) ?? final(claim, scope) ?? step(claim, scope);
}

/** "Orders start in PENDING_PAYMENT." */
function start(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (
    !hasCue(claim, 'start') ||
    claim.link !== undefined ||
    !onlyCues(claim, ['start', 'must', 'create', 'eq', 'can'])
  )
    return undefined;
  const [values, ...others] = acting(claim);
  if (
    values?.kind !== 'values' ||
    !values.own ||
    others.length > 0 ||
    values.values.length !== 1 ||
    values.field.type.kind !== 'enum'
  )
    return undefined;
  const [value] = values.values;
  return value === undefined
    ? undefined
    : [{ kind: 'initial', entity: scope.entity.entity.id, value }];
}

/** "A delivered order cannot change its status." */
function final(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const state = stateField(scope)?.field;
  if (state && hasCue(claim, 'terminal')) return terminal(claim, state, scope);
  if (
    !state ||
    !(hasCue(claim, 'immutable') || (hasCue(claim, 'cannot') && hasCue(claim, 'update')))
  )
    return undefined;
  if (!onlyCues(claim, ['cannot', 'update', 'have', 'can', 'immutable'])) return undefined;
  const things = acting(claim);
  const named = things.filter(
    (part): part is Values => part.kind === 'values' && part.own && part.field === state,
  );
  const changed = things.some((part) => part.kind === 'operand' && part.field === state);
  const values =
    named[0] ??
    (claim.link === 'once' || claim.link === 'if' || claim.link === 'after'
      ? claim.conditionStates
      : undefined);
  if (!changed || !values || values.field !== state || things.length !== named.length + 1)
    return undefined;
  return [{ kind: 'final', entity: scope.entity.entity.id, values: values.values }];
}

/** "REJECTED is a terminal state", "if rejected, the workflow stops". */
function terminal(claim: Claim, state: Field, scope: Scope): readonly Finding[] | undefined {
  if (!onlyCues(claim, ['terminal', 'eq', 'must', 'and', 'have'])) return undefined;
  const [thing, ...others] = acting(claim);
  const named = thing?.kind === 'values' ? thing : thing ? undefined : claim.conditionStates;
  if (!named?.own || named.field !== state) return undefined;
  // "A cancelled order stays cancelled", "paid and cancelled orders are final".
  const more = others.flatMap((part) =>
    part.kind === 'values' && part.field === state ? [part.values] : [],
  );
  const isEcho = more.every((values) => String(values) === String(named.values));
  const isListed = isEcho || hasCue(claim, 'and');
  if (more.length !== others.length || !isListed) return undefined;
  if (thing ? claim.link !== undefined : claim.link !== 'if' && claim.link !== 'once')
    return undefined;
  return [
    {
      kind: 'final',
      entity: scope.entity.entity.id,
      values: [...new Set([named.values, ...more].flat())],
    },
  ];
}

function step(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const allowed = hasCue(claim, 'can', 'must') && !hasCue(claim, 'cannot', 'not');
  const refused = hasCue(claim, 'cannot', 'refuse');
  if (allowed === refused && !(claim.only && !refused)) return undefined;
  if (
    !onlyCues(claim, [
      'can',
      'must',
      'cannot',
      'refuse',
      'someone',
      'start',
      'once',
      'after',
      'to',
      'or',
      'and',
      'have',
    ])
  )
    return undefined;
  const actions = claim.parts.filter((part) => isAction(part) || targetsOf(part, scope).length > 0);
  const action = actions.at(-1);
  if (!action) return undefined;
  const targets = targetsOf(action, scope);
  const verb = targets.length > 1 ? undefined : verbIn(action);
  const things = acting(claim).filter((part) => part !== action);
  const roles = things.flatMap((part) =>
    part.kind === 'role'
      ? [part.role]
      : part.kind === 'entity' || part.kind === 'operand'
        ? part.roles.slice(0, 1)
        : [],
  );
  const states = things.filter(
    (part): part is Values => part.kind === 'values' && part.own && part.field.type.kind === 'enum',
  );
  if (things.length !== roles.length + states.length || states.length > 1) return undefined;
  const [state] = states;
  // "A cancelled project cannot be reopened": nothing leads out of that state.
  if (
    refused &&
    AGAIN.has(verb ?? '') &&
    roles.length === 0 &&
    state !== undefined &&
    state.field === stateField(scope)?.field &&
    claim.link === undefined
  )
    return [{ kind: 'final', entity: scope.entity.entity.id, values: state.values }];
  const lifecycle = scope.lifecycles.get(scope.entity.entity.id);
  if (targets.length === 0 && !lifecycle?.transitions.some(({ name }) => name === verb))
    return undefined;
  const base = {
    kind: 'transition' as const,
    entity: scope.entity.entity.id,
    ...(verb !== undefined && { verb }),
  };
  if (claim.leaves) return leavesOnly(state, targets, base, scope);
  const bases = targets.length === 0 ? [base] : targets.map((to) => ({ ...base, to }));
  const read = bases.map((each) => withConditions(claim, each, roles, state, refused, scope));
  return read.every((findings) => findings !== undefined) ? read.flat() : undefined;
}

/** "A confirmed rental can only be cancelled": no step leads elsewhere from there. */
function leavesOnly(
  state: Values | undefined,
  targets: readonly string[],
  base: Omit<Step, 'to'>,
  scope: Scope,
): readonly Finding[] | undefined {
  const field = stateField(scope)?.field;
  if (state === undefined || state.field !== field || field.type.kind !== 'enum') return undefined;
  if (targets.length === 0) return undefined;
  const { verb: _, ...rest } = base;
  return field.type.values
    .map(({ value }) => value)
    .filter((value) => !targets.includes(value) && !state.values.includes(value))
    .map((to) => ({ ...rest, to, excludes: state.values }));
}

type Step = Extract<Finding, { kind: 'transition' }>;

function withConditions(
  claim: Claim,
  base: Step,
  roles: readonly string[],
  adjective: Values | undefined,
  refused: boolean,
  scope: Scope,
): readonly Finding[] | undefined {
  const { link, conditionStates: states } = claim;
  const state = stateField(scope)?.field;
  const isState = (values: Values | undefined): values is Values =>
    values !== undefined && values.own && values.field === state;
  if (refused) {
    const denied = isState(adjective) ? adjective : isState(states) ? states : undefined;
    if (roles.length > 0) return undefined;
    if (!denied && (link === 'if' || link === 'unless') && claim.condition && !adjective) {
      const { expression, fields } = claim.condition;
      return [{ ...base, guard: link === 'if' ? not(expression) : expression, fields }];
    }
    if (!denied || (adjective && link !== undefined)) return undefined;
    if (link === 'unless') return [{ ...base, from: denied.values }];
    if (link === undefined || link === 'if') return [{ ...base, excludes: denied.values }];
    // Later states are excluded with "once", earlier ones with "until".
    const excluded = statesAround(claim, scope);
    return excluded && [{ ...base, excludes: excluded.values }];
  }
  const who = roles.length > 0 && claim.only ? { roles } : {};
  if (roles.length > 0 && !claim.only) return undefined;
  if (link === undefined) {
    if (isState(adjective))
      return claim.only || scope.amongRules || hasCue(claim, 'can')
        ? [{ ...base, ...who, from: adjective.values }]
        : undefined;
    return roles.length > 0 && !adjective ? [{ ...base, ...who }] : undefined;
  }
  if (adjective) return undefined;
  if (isState(states) && (link === 'if' || link === 'once' || link === 'after'))
    return [{ ...base, ...who, from: states.values }];
  if (isState(states) && (link === 'before' || link === 'until')) {
    const [value] = states.values;
    if (value === undefined || states.values.length > 1) return undefined;
    const earlier =
      link === 'until' ? listedBefore(value, base.to, states.field, scope) : undefined;
    return [{ ...base, ...who, ...(earlier ? { from: earlier } : { before: value }) }];
  }
  if (
    (link === 'if' && claim.only) ||
    (link === 'if' && hasCue(claim, 'can')) ||
    link === 'unless'
  ) {
    const guard = conditionOf(claim, []);
    return guard && [{ ...base, ...who, guard: guard.expression, fields: guard.fields }];
  }
  return undefined;
}

/** What undoes an end. */
const AGAIN: ReadonlySet<string> = new Set([
  'reopen',
  'reactivate',
  'resume',
  'restore',
  'unarchive',
]);

/** Without a drawn lifecycle the values stand in the order in which they follow each other. */
function listedBefore(
  value: string,
  to: string | undefined,
  { type }: Field,
  scope: Scope,
): readonly string[] | undefined {
  if (type.kind !== 'enum' || to === undefined || scope.lifecycles.has(scope.entity.entity.id))
    return undefined;
  const values = type.values.map((each) => each.value);
  const earlier = values.slice(0, values.indexOf(value)).filter((each) => each !== to);
  return earlier.length > 0 ? earlier : undefined;
}

/** A word that names what is done, or the state that doing it leads to. */
function isAction(part: Part): boolean {
  return verbIn(part) !== undefined;
}

function verbIn(part: Part): string | undefined {
  return part.kind === 'values' || part.kind === 'cue' || part.kind === 'unknown'
    ? part.item.verb
    : undefined;
}

/** The state that a part names as what is reached, or several: "granted or rejected". */
function targetsOf(part: Part, scope: Scope): readonly string[] {
  const state = stateField(scope)?.field;
  if (part.kind !== 'values' || !part.own || part.field !== state) return [];
  return part.values.length === 1 || part.listed === true ? part.values : [];
}
