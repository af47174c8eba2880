import type { Comparison, Expression, Field } from '#blueprint';
import type { Cue } from '../lexicon/cue.ts';
import { comparison } from './comparison.ts';
import { any, all, not } from './expressions.ts';
import { limits } from './limits.ts';
import { membership } from './membership.ts';
import type { Part } from './parts.ts';
import { quality } from './quality-of-value.ts';
import type { Scope } from './scope.ts';

/** What a clause claims of a record. */
export interface Predicate {
  readonly expression: Expression;
  /** Names of the fields of the record that it speaks of, the one to blame first. */
  readonly fields: readonly string[];
  /** Said without more, the claim is this constraint of one field. */
  readonly constraint?: { readonly field: Field; readonly change: Change };
  /** More constraints of the same claim: "name and price are required". */
  readonly constraints?: readonly { readonly field: Field; readonly change: Change }[];
}

export type Change = Partial<
  Pick<Field, 'required' | 'unique' | 'readOnly' | 'min' | 'max' | 'minLength' | 'maxLength' | 'pattern'>
>;

/** Parts sorted into what is compared and what is said about it. */
export interface Bag {
  /** What is compared, in order. */
  readonly things: readonly Part[];
  /** One letter for each thing: F field, N number, R range, D duration, T moment, V values, E entity. */
  readonly shape: string;
  /** What the other phrases can mean, in order; each says at least one of its cues. */
  readonly marks: readonly (readonly Cue[])[];
  readonly negated: boolean;
  readonly parts: readonly Part[];
}

const LETTERS: Readonly<Record<Part['kind'], string>> = {
  operand: 'F', number: 'N', range: 'R', duration: 'D', moment: 'T', values: 'V', entity: 'E', role: 'A', foreign: '?', cue: '', unknown: '?',
};
/** Words that say how binding a claim is: they decide its polarity and are otherwise no part of it. */
const MODAL: readonly Cue[] = ['must', 'cannot', 'not', 'can', 'then'];

export function bagOf(parts: readonly Part[], negated = false): Bag {
  const cues = parts.filter((part) => part.kind === 'cue');
  const things = parts.filter((part) => part.kind !== 'cue');
  const denials = cues.filter(({ cues }) => cues.some((cue) => cue === 'cannot' || cue === 'not')).length;
  return {
    things,
    shape: things.map(({ kind }) => LETTERS[kind]).join(''),
    marks: cues.map(({ cues }) => cues.filter((cue) => !MODAL.includes(cue))).filter((cues) => cues.length > 0),
    negated: negated !== (denials % 2 === 1),
    parts,
  };
}

/** Whether each mark says one of `allowed`, and each of `needed` is said by one. */
export function says({ marks }: Bag, needed: readonly Cue[], allowed: readonly Cue[] = []): boolean {
  const known = [...needed, ...allowed, 'filler'];
  return (
    marks.every((cues) => cues.some((cue) => known.includes(cue))) &&
    needed.every((cue) => marks.some((cues) => cues.includes(cue)))
  );
}

const OPERATORS: readonly Comparison[] = ['gt', 'ge', 'lt', 'le', 'eq', 'ne'];

/** The one comparison that the marks speak of, if they speak of one. */
export function operatorOf({ marks }: Bag): Comparison | undefined {
  const said = new Set(marks.flatMap((cues) => OPERATORS.filter((operator) => cues.includes(operator))));
  const [operator] = said;
  return said.size === 1 ? operator : undefined;
}

/**
 * Reads a clause such as "the end date must be at most 45 days after the start date". Every phrase has to be
 * understood: undefined where one is left over.
 */
export function predicate(parts: readonly Part[], scope: Scope, negated = false): Predicate | undefined {
  const bag = bagOf(parts, negated);
  if (bag.shape.includes('?') || bag.shape.includes('A')) return undefined;
  return (
    quality(bag) ?? membership(bag) ?? limits(bag) ?? comparison(bag) ?? compound(parts, scope, negated)
  );
}

/** "A and B", "A or B", with the subject of A where B names none. */
function compound(parts: readonly Part[], scope: Scope, negated: boolean): Predicate | undefined {
  for (const link of ['or', 'and'] as const) {
    const at = parts.findIndex((part, index) => index > 0 && part.kind === 'cue' && part.cues.includes(link));
    if (at === -1 || at === parts.length - 1 || parts.length > 40) continue;
    const left = parts.slice(0, at);
    const right = parts.slice(at + 1);
    const first = predicate(left, scope, negated);
    const subject = left.find((part) => part.kind === 'operand');
    // "must be A and B": the force of the first carries over, its negation too.
    const denied = left.some((part) => part.kind === 'cue' && part.cues.includes('cannot'));
    const second =
      first && (predicate(right, scope, negated !== denied) ?? (subject && predicate([subject, ...right], scope, negated !== denied)));
    if (!first || !second) continue;
    const both = negated || denied ? (link === 'or' ? all : any) : link === 'or' ? any : all;
    const constraints = [...constraintsOf(first), ...constraintsOf(second)];
    const separable = both === all && constraintsOf(first).length > 0 && constraintsOf(second).length > 0;
    return {
      expression: both([first.expression, second.expression]),
      fields: [...new Set([...first.fields, ...second.fields])],
      ...(separable && { constraints }),
    };
  }
  return undefined;
}

/** All constraints of a claim; empty if it is none. */
export function constraintsOf({ constraint, constraints = [] }: Predicate): readonly { readonly field: Field; readonly change: Change }[] {
  return constraint ? [constraint, ...constraints] : constraints;
}

/** The same claim denied. */
export function denied({ expression, fields }: Predicate): Predicate {
  return { expression: not(expression), fields };
}
