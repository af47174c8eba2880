import { Wealth } from './wealth.ts';

/**
 * Bets that numbers from -1 to 1 are above 0 on average; evidence against "the mean, given the past, is at most
 * 0". Half of the start goes with a bold strategy, half with one that learns from the past how much to risk:
 * aGRAPA of Waudby-Smith, Ramdas: Estimating means of bounded random variables by betting, Journal of the Royal
 * Statistical Society B 86 (2024), section B.3.
 */
export class Bettor {
  readonly wealth = new Wealth(2);
  #sum = 0;
  #squares = 0;
  #count = 0;

  add(number: number): void {
    const mean = this.#sum / (this.#count + 2);
    const square = (this.#squares + 0.5) / (this.#count + 2);
    const stake = Math.min(BOLD, Math.max(0, mean / square));
    this.wealth.bet([1 + BOLD * number, 1 + stake * number]);
    this.#sum += number;
    this.#squares += number * number;
    this.#count += 1;
  }
}

/** One that bets all can lose all. */
const BOLD = 0.9;
