/**
 * How much to risk on numbers from -1 to 1 that may be above 0 on average, by what came so far: aGRAPA of
 * Waudby-Smith, Ramdas: Estimating means of bounded random variables by betting, Journal of the Royal Statistical
 * Society B 86 (2024), section B.3.
 */
export class LearnedStake {
  readonly #most: number;
  #sum = 0;
  #squares = 0;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** For the next number. */
  get now(): number {
    const mean = this.#sum / (this.#count + 2);
    const square = (this.#squares + 0.5) / (this.#count + 2);
    return Math.min(this.#most, Math.max(0, mean / square));
  }

  learn(number: number): void {
    this.#sum += number;
    this.#squares += number * number;
    this.#count += 1;
  }
}
