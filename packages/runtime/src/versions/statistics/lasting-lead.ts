import { lead, type Tally } from './lead.ts';
import { LearnedStake } from './learned-stake.ts';
import { Wealth } from './wealth.ts';

/**
 * Evidence that one version is ahead of another block after block, against "they are alike", that a burst of one of
 * them does not make, even if it is as long as a block. Half of the start goes with each of:
 *
 * - Block by block, a bold bet that it is ahead by more than half: of versions that are alike the mean of
 *   max(0, lead) is at most 1/2, whatever their distribution is. A block in which it is not ahead costs nearly
 *   all, so that a burst that has ended has won nothing.
 * - By pairs of blocks, a bet on their lead that learns how much to risk: for small differences. Few bursts
 *   reach from one pair to the next.
 */
export class LastingLead {
  readonly wealth = new Wealth(2);
  readonly #stake = new LearnedStake(0.9);
  #half: readonly [Tally, Tally] | undefined = undefined;

  /** One block. */
  add(one: Tally, other: Tally): void {
    const counts = happens(one, other) && Math.min(one.of, other.of) >= ENOUGH;
    const won = counts ? BOLD * (Math.max(0, lead(one, other)) - 1 / 2) : 0;
    this.wealth.bet([1 + won, 1 + this.#pair(one, other)]);
  }

  /** What a pair wins or loses; nothing when it is not complete. */
  #pair(one: Tally, other: Tally): number {
    if (this.#half === undefined) {
      this.#half = [{ ...one }, { ...other }];
      return 0;
    }
    const [ones, others] = [sum(this.#half[0], one), sum(this.#half[1], other)];
    this.#half = undefined;
    if (!happens(ones, others)) return 0;
    const ahead = lead(ones, others);
    const won = this.#stake.now * ahead;
    this.#stake.learn(ahead);
    return won;
  }
}

/** The most would be 2: who bets all can lose all. */
const BOLD = 1.9;
/** Requests to each version, for nobody to be ahead with fewer by as much as half. */
const ENOUGH = 10;

/** Without any event there is nothing to compare. */
const happens = (one: Tally, other: Tally) => one.events + other.events > 0;

const sum = (a: Tally, b: Tally): Tally => ({ of: a.of + b.of, events: a.events + b.events });
