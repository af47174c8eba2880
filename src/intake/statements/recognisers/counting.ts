import type { Expression } from '#blueprint';
import { compare, literal } from '../grammar/expressions.ts';
import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { countOf, filterOf, quantityOf } from '../grammar/children.ts';
import type { Finding } from '../grammar/finding.ts';
import { isNumeric } from '../grammar/field-kinds.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';

/** "An order must have at least one line", "a member can have at most 3 active loans", "total = sum of the lines' amounts". */
export function counting(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (claim.link !== undefined) return undefined;
  return children(claim, scope) ?? total(claim, scope);
}

function children(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (hasCue(claim, 'sum')) return undefined;
  const force =
    hasCue(claim, 'must', 'cannot', 'required', 'can') || claim.only || scope.amongRules;
  if (!force || hasCue(claim, 'unique')) return undefined;
  if (
    !onlyCues(claim, [
      'must',
      'cannot',
      'can',
      'required',
      'have',
      'ge',
      'le',
      'gt',
      'lt',
      'eq',
      'count',
      'per',
      'belong',
      'not',
      'create',
      'same',
    ])
  )
    return undefined;
  const things = thingsOf(claim);
  const entities = things.filter((part) => part.kind === 'entity');
  const [entity] = entities;
  const quantity = quantityOf(claim.parts, claim.only);
  if (entities.length !== 1 || !entity || !quantity) return undefined;
  const others = things.filter((part) => part !== entity && part.kind !== 'number');
  const reference = referenceTo(entity.entity, scope.entity);
  const where = filterOf(others, entity.entity, scope);
  if (!reference || where === undefined) return undefined;
  const negated = hasCue(claim, 'cannot', 'not');
  const operator = negated ? NEGATED[quantity.operator] : quantity.operator;
  return rule(
    scope,
    compare(countOf(entity.entity, reference, where), operator, literal('integer', quantity.value)),
    [],
  );
}

const NEGATED = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;

function total(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (
    !hasCue(claim, 'sum') ||
    !onlyCues(claim, ['sum', 'eq', 'le', 'ge', 'gt', 'lt', 'must', 'cannot', 'have'])
  )
    return undefined;
  const things = thingsOf(claim);
  const own = things.find((part) => part.kind === 'operand' && part.own);
  const child = things.find((part) => part.kind === 'foreign');
  if (
    things.length !== 2 ||
    own?.kind !== 'operand' ||
    child?.kind !== 'foreign' ||
    !isNumeric(own.field)
  )
    return undefined;
  const reference = referenceTo(child.reading.entity, scope.entity);
  if (!reference || !isNumeric(child.reading.field.field)) return undefined;
  const sum: Expression = {
    kind: 'aggregate',
    function: 'sum',
    entity: child.reading.entity.entity.id,
    via: reference.name,
    value: { kind: 'field', field: child.reading.field.field.name },
  };
  const first = things[0] === own;
  const operator =
    (['eq', 'le', 'ge', 'gt', 'lt'] as const).find((cue) => hasCue(claim, cue)) ?? 'eq';
  const said = hasCue(claim, 'cannot') ? NEGATED[operator] : operator;
  return rule(
    scope,
    first ? compare(own.expression, said, sum) : compare(sum, said, own.expression),
    [own.field.name],
  );
}

function rule(scope: Scope, expression: Expression, fields: readonly string[]): readonly Finding[] {
  return [
    { kind: 'rule', entity: scope.entity.entity.id, on: ['create', 'update'], expression, fields },
  ];
}
