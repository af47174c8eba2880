import type { Expression, Field } from '#blueprint';
import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import {
  all,
  any,
  compare,
  implies,
  literal,
  not,
  oneOf,
  present,
  previous,
  unchanged,
} from '../grammar/expressions.ts';
import type { Finding } from '../grammar/finding.ts';
import { stateLiterals } from '../grammar/membership.ts';
import type { Part, Values } from '../grammar/parts.ts';
import { referenceTo, stateField } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';
import { statesAround } from '../grammar/states.ts';

/** "The price cannot be changed after confirmation", "approved invoices are read-only", "the SKU is immutable". */
export function immutability(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  const things = thingsOf(claim);
  const reserved = reservedFor(claim, things);
  if (reserved) {
    const { fields, roles } = reserved;
    const allowed = roles.map((role): Expression => ({ kind: 'has-role', role }));
    return [
      {
        kind: 'rule',
        entity: scope.entity.entity.id,
        on: ['update'],
        expression: any([all(fields.map(unchanged)), ...allowed]),
        fields: fields.map(({ name }) => name),
      },
    ];
  }
  const frozen =
    hasCue(claim, 'immutable') || (hasCue(claim, 'update') && hasCue(claim, 'cannot', 'refuse'));
  const restricted = hasCue(claim, 'update') && hasCue(claim, 'can') && claim.only;
  if (frozen === restricted) return undefined;
  const cues = [
    'immutable',
    'update',
    'cannot',
    'can',
    'must',
    'creation',
    'and',
    'delete',
    'refuse',
    'have',
  ] as const;
  if (!onlyCues(claim, cues) || hasCue(claim, 'delete')) return undefined;
  const adjectives = things.filter(
    (part) =>
      part.kind === 'values' && (part.field.type.kind === 'enum' || part.isAdjective === true),
  ) as Values[];
  const fields = things.flatMap((part) => {
    const reference = part.kind === 'entity' ? referenceTo(scope.entity, part.entity) : undefined;
    if (reference !== undefined) return [reference];
    return (part.kind === 'operand' || (part.kind === 'values' && !adjectives.includes(part))) &&
      part.own
      ? [part.field]
      : [];
  });
  if (things.length !== adjectives.length + fields.length || adjectives.length > 1)
    return undefined;
  const when = frozenWhen(claim, adjectives, restricted, scope);
  if (when === 'unclear') return undefined;
  const kept = fields.length > 0 ? fields : wholeRecord(scope, when);
  // "Readings are immutable once created": where there is no state that steps would change.
  if (fields.length === 0 && when === 'always' && (stateField(scope) || kept.length === 0))
    return undefined;
  const same = all(kept.map(unchanged));
  const expression = when === 'always' ? afterCreation(kept) : implies(when.expression, same);
  return [
    {
      kind: 'rule',
      entity: scope.entity.entity.id,
      on: ['update'],
      expression,
      fields: fields.length > 0 ? kept.map(({ name }) => name) : [],
    },
  ];
}

/** "Only a manager may change the daily rate." */
function reservedFor(claim: Claim, things: readonly Part[]) {
  if (!claim.only || claim.link !== undefined || !hasCue(claim, 'update') || !hasCue(claim, 'can'))
    return undefined;
  if (!onlyCues(claim, ['update', 'can', 'and', 'or'])) return undefined;
  const roles = things.flatMap((part) => (part.kind === 'role' ? [part.role] : []));
  const fields = things.flatMap((part) =>
    part.kind === 'operand' && part.own ? [part.field] : [],
  );
  const isAll = roles.length + fields.length === things.length;
  return isAll && roles.length > 0 && fields.length > 0 ? { roles, fields } : undefined;
}

type When = 'always' | 'unclear' | { readonly expression: Expression; readonly field: string };

/** The state before the write decides, so that the step into the state may still change the record. */
function frozenWhen(
  claim: Claim,
  adjectives: readonly Values[],
  restricted: boolean,
  scope: Scope,
): When {
  const states = statesAround(claim, scope) ?? claim.conditionStates ?? adjectives[0];
  if (states?.own && states.isAdjective && states.field.type.kind === 'boolean')
    return claim.link === undefined && !restricted
      ? {
          expression: oneOf(previous(states.field.name), [literal('boolean', 'true')]),
          field: states.field.name,
        }
      : 'unclear';
  if (!states || !states.own || states.field.type.kind !== 'enum')
    return frozenBy(claim, restricted, adjectives);
  if (adjectives.length > 0 && claim.link !== undefined) return 'unclear';
  const inState = oneOf(previous(states.field.name), stateLiterals(states.values));
  const allowedIn = restricted ? claim.link !== 'unless' : claim.link === 'unless';
  if (claim.link === 'until' && !restricted) return 'unclear';
  if (claim.link === 'before' && !restricted) return 'unclear';
  const expression = allowedIn ? except(inState) : inState;
  return { expression, field: states.field.name };
}

/** A condition that is no state: "if the project is archived", "once it is locked". */
function frozenBy(claim: Claim, restricted: boolean, adjectives: readonly Values[]): When {
  if (claim.link === undefined)
    return restricted || claim.only || adjectives.length > 0 ? 'unclear' : 'always';
  const { condition, link } = claim;
  if (
    !condition ||
    adjectives.length > 0 ||
    !(link === 'if' || link === 'once' || link === 'unless')
  )
    return 'unclear';
  const before = asBefore(condition.expression);
  return { expression: restricted === (link === 'unless') ? before : not(before), field: '' };
}

/** The condition as it was before the write. */
function asBefore(expression: Expression): Expression {
  switch (expression.kind) {
    case 'field':
      return previous(expression.field);
    case 'present':
      return { ...expression, value: asBefore(expression.value) };
    case 'compare':
      return { ...expression, left: asBefore(expression.left), right: asBefore(expression.right) };
    case 'in':
      return { ...expression, value: asBefore(expression.value) };
    case 'and':
    case 'or':
      return { ...expression, operands: expression.operands.map(asBefore) };
    case 'not':
      return { ...expression, operand: asBefore(expression.operand) };
    default:
      return expression;
  }
}

function except(inState: Expression): Expression {
  return inState.kind === 'compare' ? { ...inState, operator: 'ne' } : not(inState);
}

/** Every field that a request may change, but for the state itself. */
function wholeRecord(scope: Scope, when: When): readonly Field[] {
  const state = typeof when === 'object' ? when.field : undefined;
  return scope.entity.fields
    .map(({ field }) => field)
    .filter(
      ({ name, readOnly, secret, account }) =>
        name !== state && !readOnly && !secret && account === undefined,
    );
}

/** A value that was given once stays. */
function afterCreation(fields: readonly Field[]): Expression {
  return all(
    fields.map(({ name }) =>
      implies(
        present(previous(name)),
        compare({ kind: 'field', field: name }, 'eq', previous(name)),
      ),
    ),
  );
}
