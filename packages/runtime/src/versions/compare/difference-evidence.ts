import { Bettor } from '../statistics/bettor.ts';
import { Wealth } from '../statistics/wealth.ts';
import type { Difference } from './difference.ts';

/** What is known of one place and kind of difference. */
export interface ComparedField extends Difference {
  /** What was asked, such as `GET /orders/*`. */
  readonly operation: string;
  /** Answers in which the candidate differed from the active version, and the active version from itself did not. */
  readonly candidateOnly: number;
  /** The other way round. */
  readonly activeOnly: number;
  /** Both differed: noise, such as a time. */
  readonly both: number;
  /** Of "this is noise"; holds at any time. */
  readonly p: number;
}

interface Field extends Pick<ComparedField, 'operation'> {
  readonly difference: Difference;
  readonly wealth: Wealth;
  /** Its share of the error: 6/π² · 1/k² for the k-th field, which sums up to 1. */
  readonly share: number;
  candidateOnly: number;
  activeOnly: number;
  both: number;
}

const MOST_FIELDS = 1000;
/** What the two strategies stake on "the candidate". */
const STAKES = [0.3, 0.95];

/**
 * Tells differences from noise, with a triple of answers for each request: the active version's, the active
 * version's again, the candidate's. If the candidate is like the active version, the last two are exchangeable
 * (they are asked in random order): whichever field differs from the first answer in one of them only is as
 * likely to differ in either. A bet on "the candidate" is then fair, and the chance to win much at any time is
 * small (see `Wealth`). Nobody has to say which fields are times, random ids or lists in no order.
 */
export class DifferenceEvidence {
  readonly #fields = new Map<string, Field>();
  readonly #excess = new Bettor();
  readonly #tolerated: number;
  #triples = 0;

  /** @param tolerated share of answers that may differ: with more, a candidate is never promoted */
  constructor(tolerated = 0.02) {
    this.#tolerated = tolerated;
  }

  get triples(): number {
    return this.#triples;
  }

  /** @param again differences of the active version from itself. @param candidate of the candidate from the active version */
  add(operation: string, again: readonly Difference[], candidate: readonly Difference[]): void {
    this.#triples += 1;
    const keyOf = ({ kind, pointer }: Difference) => `${operation} ${kind} ${pointer}`;
    const noise = new Map(again.map((each) => [keyOf(each), each]));
    let excess = 0;
    const isNew = new Set<string>();
    // Judged by what was known before this answer: otherwise the bet would not be fair.
    for (const key of [...noise.keys(), ...candidate.map(keyOf)])
      if (!this.#isNoise(key)) isNew.add(key);
    for (const difference of candidate) {
      const key = keyOf(difference);
      if (noise.delete(key)) this.#count(key, operation, difference, 'both');
      else {
        if (isNew.has(key)) excess = 1;
        this.#count(key, operation, difference, 'candidateOnly');
      }
    }
    if ([...noise.keys()].some((key) => isNew.has(key))) excess -= 1;
    for (const [key, difference] of noise) this.#count(key, operation, difference, 'activeOnly');
    this.#excess.add((this.#tolerated - excess) / (1 + this.#tolerated));
  }

  /** Fields that differ, with an error of at most alpha for all together; the most frequent first. */
  found(alpha: number): readonly ComparedField[] {
    return [...this.#fields.values()]
      .filter(({ wealth, share }) => wealth.refutes(alpha * share))
      .sort((a, b) => b.candidateOnly - a.candidateOnly)
      .map(toCompared);
  }

  /** All fields that were ever different, noise too. */
  fields(): readonly ComparedField[] {
    return [...this.#fields.values()].map(toCompared);
  }

  /**
   * Whether "more answers differ than is tolerated" is refused with error at most alpha. Fields that the active
   * version itself has answered differently do not count here: `found` alone judges them.
   */
  isFine(alpha: number): boolean {
    return this.#excess.wealth.refutes(alpha);
  }

  #isNoise(key: string): boolean {
    const field = this.#fields.get(key);
    return field !== undefined && field.activeOnly + field.both > 0;
  }

  #count(
    key: string,
    operation: string,
    difference: Difference,
    what: 'candidateOnly' | 'activeOnly' | 'both',
  ): void {
    let field = this.#fields.get(key);
    if (field === undefined) {
      const k = this.#fields.size + 1;
      if (k > MOST_FIELDS) return;
      const share = 6 / Math.PI ** 2 / k ** 2;
      const wealth = new Wealth(STAKES.length);
      field = { operation, difference, wealth, share, candidateOnly: 0, activeOnly: 0, both: 0 };
      this.#fields.set(key, field);
    }
    field[what] += 1;
    if (what === 'both') return;
    const sign = what === 'candidateOnly' ? 1 : -1;
    field.wealth.bet(STAKES.map((stake) => 1 + sign * stake));
  }
}

const toCompared = ({ difference, wealth, share, ...rest }: Field): ComparedField => ({
  ...difference,
  operation: rest.operation,
  candidateOnly: rest.candidateOnly,
  activeOnly: rest.activeOnly,
  both: rest.both,
  p: Math.min(1, wealth.p / share),
});
