import type { Cue } from '../lexicon/cue.ts';
import { bagOf, says } from './bag.ts';
import { constraintsOf } from './claimed.ts';
import type { Predicate } from './claimed.ts';
import { comparison } from './comparison.ts';
import { all, any } from './expressions.ts';
import { limits } from './limits.ts';
import { membership } from './membership.ts';
import type { Part } from './parts.ts';
import { quality } from './quality-of-value.ts';
import type { Scope } from './scope.ts';

/**
 * Reads a clause such as "the end date must be at most 45 days after the start date". Every phrase has to be
 * understood: undefined where one is left over.
 */
export function predicate(
  parts: readonly Part[],
  scope: Scope,
  negated = false,
): Predicate | undefined {
  const bag = bagOf(parts, negated);
  if (bag.shape.includes('?') || bag.shape.includes('A')) return undefined;
  return (
    quality(bag) ??
    membership(bag) ??
    limits(bag) ??
    comparison(bag) ??
    compound(parts, scope, negated)
  );
}

/** "A and B", "A or B", with the subject of A where B names none. */
function compound(parts: readonly Part[], scope: Scope, negated: boolean): Predicate | undefined {
  for (const link of ['or', 'and'] as const) {
    const at = parts.findIndex(
      (part, index) => index > 0 && part.kind === 'cue' && part.cues.includes(link),
    );
    if (at === -1 || at === parts.length - 1 || parts.length > 40) continue;
    const left = parts.slice(0, at);
    const right = parts.slice(at + 1);
    const [free] = left.filter(({ kind }) => kind === 'operand');
    if (link === 'and' && free && isFree(left)) return predicate([free, ...right], scope, negated);
    const first = predicate(left, scope, negated);
    const subject = left.find((part) => part.kind === 'operand');
    // "must be A and B": the force of the first carries over, its negation too.
    const denied = left.some((part) => part.kind === 'cue' && part.cues.includes('cannot'));
    const second =
      first &&
      (predicate(right, scope, negated !== denied) ??
        (subject && predicate([subject, ...right], scope, negated !== denied)));
    if (!first || !second) continue;
    if (clash(first, second)) continue;
    const both = negated || denied ? (link === 'or' ? all : any) : link === 'or' ? any : all;
    const constraints = [...constraintsOf(first), ...constraintsOf(second)];
    const separable =
      both === all && constraintsOf(first).length > 0 && constraintsOf(second).length > 0;
    return {
      expression: both([first.expression, second.expression]),
      fields: [...new Set([...first.fields, ...second.fields])],
      ...(separable && { constraints }),
    };
  }
  return undefined;
}

/** "May be left empty": nothing is demanded. */
function isFree(parts: readonly Part[]): boolean {
  const bag = bagOf(parts);
  const does = (cue: Cue) => parts.some((part) => part.kind === 'cue' && part.cues.includes(cue));
  return (
    bag.shape === 'F' &&
    (says(bag, ['optional'], ['empty']) || (does('can') && says(bag, ['empty']))) &&
    !bag.negated
  );
}

/** "Must be 1 and 5": two limits of one kind on one field contradict each other. */
function clash(first: Predicate, second: Predicate): boolean {
  return constraintsOf(first).some(({ field, change }) =>
    constraintsOf(second).some(
      (other) => other.field === field && Object.keys(change).some((key) => key in other.change),
    ),
  );
}
