import type { Comparison } from '#blueprint';
import type { Cue } from '../lexicon/cue.ts';
import type { Part } from './parts.ts';

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
  operand: 'F',
  number: 'N',
  range: 'R',
  duration: 'D',
  moment: 'T',
  values: 'V',
  entity: 'E',
  role: 'A',
  foreign: '?',
  cue: '',
  unknown: '?',
};
/** Words that say how binding a claim is: they decide its polarity and are otherwise no part of it. */
const MODAL: readonly Cue[] = ['must', 'cannot', 'not', 'can', 'thus'];

export function bagOf(parts: readonly Part[], negated = false): Bag {
  const cues = parts.filter((part) => part.kind === 'cue');
  const things = parts.filter((part) => part.kind !== 'cue');
  const denials = cues.filter(({ cues }) =>
    cues.some((cue) => cue === 'cannot' || cue === 'not'),
  ).length;
  return {
    things,
    shape: things.map(({ kind }) => LETTERS[kind]).join(''),
    marks: cues
      .map(({ cues }) => cues.filter((cue) => !MODAL.includes(cue)))
      .filter((cues) => cues.length > 0),
    negated: negated !== (denials % 2 === 1),
    parts,
  };
}

/** Whether each mark says one of `allowed`, and each of `needed` is said by one. */
export function says(
  { marks }: Bag,
  needed: readonly Cue[],
  allowed: readonly Cue[] = [],
): boolean {
  const known = [...needed, ...allowed, 'filler'];
  return (
    marks.every((cues) => cues.some((cue) => known.includes(cue))) &&
    needed.every((cue) => marks.some((cues) => cues.includes(cue)))
  );
}

const OPERATORS: readonly Comparison[] = ['gt', 'ge', 'lt', 'le', 'eq', 'ne'];

/** The one comparison that the marks speak of, if they speak of one. */
export function operatorOf({ marks }: Bag): Comparison | undefined {
  const said = new Set(
    marks.flatMap((cues) => OPERATORS.filter((operator) => cues.includes(operator))),
  );
  const [operator] = said;
  return said.size === 1 ? operator : undefined;
}
