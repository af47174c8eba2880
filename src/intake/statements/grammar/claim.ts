import type { Expression } from '#blueprint';
import type { Cue } from '../lexicon/cue.ts';
import { clausesOf } from './clauses.ts';
import type { Link } from './clauses.ts';
import { childCondition } from './children.ts';
import type { ChildCondition } from './children.ts';
import { all, not } from './expressions.ts';
import { isOneOf } from './membership.ts';
import { partsOf } from './parts.ts';
import type { Operand, Part, Values } from './parts.ts';
import { bagOf, says } from './bag.ts';
import { predicate } from './predicate.ts';
import type { Predicate } from './claimed.ts';
import type { Scope } from './scope.ts';
import { does } from '../sentence/item.ts';
import type { Item } from '../sentence/item.ts';

/** A sentence read as a claim about one entity, with the condition that it stands under. */
export interface Claim {
  /** Without adjectives of state: "shipped orders cannot be deleted" has them in `states`. */
  readonly parts: readonly Part[];
  readonly link?: Link;
  readonly condition?: Predicate;
  /** The condition is that there are records which refer to this one. */
  readonly children?: ChildCondition;
  /** The condition is nothing but these states. */
  readonly conditionStates?: Values;
  /** The condition is that a value of these fields is there already. */
  readonly taken?: readonly Operand[];
  readonly only: boolean;
  /** "Confirmed rentals can only be …": what is left to them, where "only confirmed rentals can be" says who may. */
  readonly leaves?: boolean;
}

/** Every way to read the sentence as a claim; the most telling first. */
export function claimsOf(items: readonly Item[], scope: Scope): readonly Claim[] {
  const found: Claim[] = [];
  for (const { main, condition, link } of clausesOf(items)) {
    const allowed = main.some((item) => does(item, 'can'));
    const parts = partsOf(allowed ? asStates(main, scope) : main, scope);
    const only = parts.some((part) => part.kind === 'cue' && part.cues.includes('only'));
    const rest = withNegation(withoutOnly(parts));
    if (condition === undefined || link === undefined) {
      const at = parts.findIndex((part) => part.kind === 'cue' && part.cues.includes('only'));
      const [first] = parts.slice(0, Math.max(at, 0)).filter((part) => part.kind !== 'cue');
      const leaves = only && first?.kind === 'values' && first.isAdjective === true;
      found.push({ parts: rest, only, ...(leaves && { leaves }) });
      continue;
    }
    const said = partsOf(asStates(condition, scope), scope);
    const onlyLink = said.some((part) => part.kind === 'cue' && part.cues.includes('only'));
    const meant = withoutOnly(said);
    const deleted =
      meant.length > 0 &&
      meant.every((part) => part.kind === 'cue' && part.cues.includes('delete'));
    const states = statesIn(meant);
    const children = childCondition(meant, scope);
    const taken = takenIn(meant);
    const read = (children ?? taken) ? undefined : predicate(meant, scope);
    if (!read && !children && !taken && !deleted) continue;
    found.push({
      parts: rest,
      link: deleted ? 'deletion' : link,
      only: only || onlyLink,
      ...(read && { condition: read }),
      ...(children && { children }),
      ...(states && { conditionStates: states }),
      ...(taken && { taken }),
    });
  }
  return found;
}

/** "When a permit is rejected", "can be rejected": the state that there is, rather than a refusal. */
function asStates(items: readonly Item[], { entity }: Scope): readonly Item[] {
  return items.map((item) => {
    const values = item.spare?.filter((reading) => reading.entity === entity) ?? [];
    return values.length > 0 && does(item, 'refuse') ? { ...item, cues: [], values } : item;
  });
}

/** German parts what it denies: "darf nach der Genehmigung nicht mehr geändert werden". */
function withNegation(parts: readonly Part[]): readonly Part[] {
  const modal = parts.findIndex((part) => part.kind === 'cue' && part.cues.includes('can'));
  const denial = parts.findIndex(
    (part) => part.kind === 'cue' && part.cues.length === 1 && part.cues[0] === 'not',
  );
  if (modal === -1 || denial < modal) return parts;
  return parts.flatMap((part, index): readonly Part[] => {
    if (index === denial) return [];
    return index === modal && part.kind === 'cue' ? [{ ...part, cues: ['cannot'] }] : [part];
  });
}

/** "Is only allowed" says more than `only`. */
function withoutOnly(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'cue' || !part.cues.includes('only')) return [part];
    const cues = part.cues.filter((cue) => cue !== 'only');
    return cues.length > 0 ? [{ ...part, cues }] : [];
  });
}

/** "In draft status": nothing but states of one field. */
function statesIn(parts: readonly Part[]): Values | undefined {
  const bag = bagOf(parts);
  const values = bag.things.find((part) => part.kind === 'values');
  const others = bag.things.filter((part) => part !== values);
  const same = others.every((part) => part.kind === 'operand' && part.field === values?.field);
  return values && same && !bag.negated && says(bag, [], ['one-of', 'eq', 'once', 'have'])
    ? values
    : undefined;
}

/** "The e-mail already exists." */
function takenIn(parts: readonly Part[]): readonly Operand[] | undefined {
  const bag = bagOf(parts);
  const operands = bag.things.filter((part) => part.kind === 'operand');
  const said = bag.marks.some((cues) => cues.includes('duplicate') || cues.includes('exists'));
  if (!said || bag.negated || operands.length === 0 || operands.length !== bag.things.length)
    return undefined;
  if (
    !operands.every(({ own }) => own) ||
    !says(bag, [], ['duplicate', 'exists', 'same', 'or', 'have'])
  )
    return undefined;
  return operands;
}

/** The parts of a claim that are no cue. */
export function thingsOf({ parts }: Pick<Claim, 'parts'>): readonly Part[] {
  return parts.filter((part) => part.kind !== 'cue');
}

/** What a claim about an action speaks of: in "only one manager may approve" the number counts nothing. */
export function acting(claim: Pick<Claim, 'parts'>): readonly Part[] {
  return thingsOf(claim).filter((part) => !(part.kind === 'number' && part.value === '1'));
}

export function hasCue({ parts }: Pick<Claim, 'parts'>, ...cues: readonly Cue[]): boolean {
  return parts.some((part) => part.kind === 'cue' && part.cues.some((cue) => cues.includes(cue)));
}

/** Whether every cue of the claim says one of `known`: nothing is left over. */
export function onlyCues({ parts }: Pick<Claim, 'parts'>, known: readonly Cue[]): boolean {
  return parts.every(
    (part) =>
      part.kind !== 'cue' || part.cues.some((cue) => cue === 'filler' || known.includes(cue)),
  );
}

/**
 * Under what the claim applies: its condition and the states named as adjectives, joined. For `unless` the
 * condition denied; undefined where it applies always.
 */
export function conditionOf(
  claim: Claim,
  adjectives: readonly Values[],
): { expression: Expression; fields: readonly string[] } | undefined {
  const operands: Expression[] = adjectives.map((values) => isOneOf(values));
  const fields = adjectives.filter(({ own }) => own).map(({ field }) => field.name);
  const condition = claim.condition?.expression ?? claim.children?.expression;
  if (condition) operands.push(claim.link === 'unless' ? not(condition) : condition);
  if (operands.length === 0) return undefined;
  return {
    expression: all(operands),
    fields: [...new Set([...fields, ...(claim.condition?.fields ?? [])])],
  };
}
