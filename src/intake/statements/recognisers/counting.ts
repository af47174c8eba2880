import type { Expression } from '#blueprint';
import type { ModelledEntity } from '../../data-model.ts';
import { compare, literal } from '../grammar/expressions.ts';
import { hasCue, onlyCues, thingsOf } from '../grammar/claim.ts';
import type { Claim } from '../grammar/claim.ts';
import { countOf, filterOf, quantityOf } from '../grammar/children.ts';
import type { Finding } from '../grammar/finding.ts';
import { bagOf, operatorOf } from '../grammar/bag.ts';
import type { Cue } from '../lexicon/cue.ts';
import { isNumeric } from '../grammar/field-kinds.ts';
import type { Part } from '../grammar/parts.ts';
import { referenceTo } from '../grammar/scope.ts';
import type { Scope } from '../grammar/scope.ts';
import type { FieldReading } from '../sentence/item.ts';

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
      // "Enrolments that are requested"
      'if',
    ])
  )
    return undefined;
  const things = thingsOf(claim);
  const counted = things.flatMap((part) => childIn(part, scope));
  const [entity] = counted;
  const limit = stated(claim) ?? ownLimit(claim);
  if (counted.length !== 1 || !entity || !limit || isAside(claim.parts, entity.part))
    return undefined;
  const others = things.filter(
    (part) => part !== entity.part && part !== limit.part && part.kind !== 'number',
  );
  const reference = referenceTo(entity.entity, scope.entity);
  const where = filterOf(others, entity.entity, scope);
  if (!reference || where === undefined) return undefined;
  const negated = hasCue(claim, 'cannot', 'not');
  const operator = negated ? NEGATED[limit.operator] : limit.operator;
  const count = countOf(entity.entity, reference, where);
  return rule(scope, compare(count, operator, limit.expression), limit.fields);
}

/** "Residents under 18 cannot have permits": the number counts no permits. */
function isAside(parts: readonly Part[], counted: Part): boolean {
  const number = parts.findIndex(({ kind }) => kind === 'number');
  const between = number === -1 ? [] : parts.slice(number, parts.indexOf(counted));
  return between.some((part) => part.kind === 'cue' && part.cues.some((cue) => VERBS.has(cue)));
}

const VERBS: ReadonlySet<Cue> = new Set(['must', 'cannot', 'can', 'have']);

/** The records that a part counts: "lines", "lines of an order". */
function childIn(
  part: Part,
  scope: Scope,
): readonly { readonly part: Part; readonly entity: ModelledEntity }[] {
  if (part.kind === 'entity') return [{ part, entity: part.entity }];
  if (part.kind !== 'foreign') return [];
  const { entity, field } = part.reading;
  return field.field === referenceTo(entity, scope.entity) ? [{ part, entity }] : [];
}

/** "At most 5" */
function stated(claim: Claim) {
  const quantity = quantityOf(claim.parts, claim.only);
  if (!quantity) return undefined;
  const { operator, value } = quantity;
  return { operator, expression: literal('integer', value), fields: [], part: undefined };
}

/** "Must not exceed its capacity": a number that the record itself has. */
function ownLimit(claim: Claim) {
  const operands = thingsOf(claim).filter((part) => part.kind === 'operand');
  const [part] = operands;
  const operator = operatorOf(bagOf(claim.parts));
  if (!part || operands.length > 1 || !operator || !part.own || !isNumeric(part.field))
    return undefined;
  return { operator, expression: part.expression, fields: [part.field.name], part };
}

const NEGATED = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt', eq: 'ne', ne: 'eq' } as const;

function total(claim: Claim, scope: Scope): readonly Finding[] | undefined {
  if (
    !hasCue(claim, 'sum') ||
    !onlyCues(claim, ['sum', 'eq', 'le', 'ge', 'gt', 'lt', 'must', 'cannot', 'have'])
  )
    return undefined;
  const things = thingsOf(claim);
  const own = things.find((part) => part.kind === 'number' || part.kind === 'operand');
  const child = things.flatMap((part) => summed(part, scope))[0];
  if (things.length !== 2 || !own || !child) return undefined;
  if (own.kind === 'operand' && !(own.own && isNumeric(own.field))) return undefined;
  const limit = own.kind === 'operand' ? own.expression : literal('decimal', own.value);
  const reference = referenceTo(child.entity, scope.entity);
  if (!reference || !isNumeric(child.field.field)) return undefined;
  const sum: Expression = {
    kind: 'aggregate',
    function: 'sum',
    entity: child.entity.entity.id,
    via: reference.name,
    value: { kind: 'field', field: child.field.field.name },
  };
  const first = things[0] === own;
  const operator =
    (['eq', 'le', 'ge', 'gt', 'lt'] as const).find((cue) => hasCue(claim, cue)) ?? 'eq';
  const said = hasCue(claim, 'cannot') ? NEGATED[operator] : operator;
  return rule(
    scope,
    first ? compare(limit, said, sum) : compare(sum, said, limit),
    own.kind === 'operand' ? [own.field.name] : [],
  );
}

/** What is added up: "amounts of the lines", "amounts" where only the lines have some, "lines" that have one amount. */
function summed(part: Part, scope: Scope): readonly FieldReading[] {
  const [counted] = childIn(part, scope);
  if (counted !== undefined) {
    const { entity } = counted;
    const amounts = entity.fields.filter(({ field }) => field.type.kind === 'money');
    const [field] = amounts;
    return field && amounts.length === 1 && referenceTo(entity, scope.entity)
      ? [{ entity, field }]
      : [];
  }
  if (part.kind === 'foreign') return [part.reading];
  if (part.kind !== 'unknown') return [];
  const readings = part.item.fields.filter(({ entity }) => referenceTo(entity, scope.entity));
  return readings.length === 1 ? readings : [];
}

function rule(scope: Scope, expression: Expression, fields: readonly string[]): readonly Finding[] {
  return [
    { kind: 'rule', entity: scope.entity.entity.id, on: ['create', 'update'], expression, fields },
  ];
}
