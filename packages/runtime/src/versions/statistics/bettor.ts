import { LearnedStake } from './learned-stake.ts';
import { Wealth } from './wealth.ts';

/**
 * Bets that numbers from -1 to 1 are above 0 on average; evidence against "the mean, given the past, is at most
 * 0". Half of the start goes with a bold strategy, half with one that learns from the past how much to risk.
 */
export class Bettor {
  readonly wealth = new Wealth(2);
  readonly #stake = new LearnedStake(BOLD);

  add(number: number): void {
    this.wealth.bet([1 + BOLD * number, 1 + this.#stake.now * number]);
    this.#stake.learn(number);
  }
}

/** One that bets all can lose all. */
const BOLD = 0.9;
