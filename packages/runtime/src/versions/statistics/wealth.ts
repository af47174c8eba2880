/**
 * Evidence against a hypothesis, as the wealth of somebody who bets against it at odds that are fair or worse
 * when it holds, starting with 1. Several strategies share the start; the wealth is their mean.
 *
 * When the hypothesis holds, the probability that the wealth EVER reaches 1/α is at most α (Ville's inequality),
 * so that one may look after every request and stop whenever one likes. See Ramdas, Grünwald, Vovk, Shafer:
 * Game-theoretic statistics and safe anytime-valid inference, Statistical Science 38 (2023).
 */
export class Wealth {
  readonly #logs: number[];
  #best = 0;

  constructor(strategies: number) {
    this.#logs = Array.from({ length: strategies }, () => 0);
  }

  /** @param payoffs what each strategy's stake has become; its mean is at most 1 when the hypothesis holds */
  bet(payoffs: readonly number[]): void {
    for (const [index, payoff] of payoffs.entries()) {
      this.#logs[index] = (this.#logs[index] ?? 0) + Math.log(payoff);
    }
    this.#best = Math.max(this.#best, this.now);
  }

  /** Natural logarithm of the wealth now. */
  get now(): number {
    const most = Math.max(...this.#logs);
    const sum = this.#logs.reduce((total, log) => total + Math.exp(log - most), 0);
    return most + Math.log(sum / this.#logs.length);
  }

  /** Whether the wealth has reached 1/alpha at some time: then the hypothesis is refused, with error at most alpha. */
  refutes(alpha: number): boolean {
    return this.#best >= -Math.log(alpha);
  }

  /** The smallest alpha at which the hypothesis is refused: a p-value that holds at any time. */
  get p(): number {
    return Math.min(1, Math.exp(-this.#best));
  }
}
