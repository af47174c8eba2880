import { Problem } from './problem.ts';

const MINUTE = 60_000;

/** Counts the requests of each client in the minute that runs. */
export class RateLimit {
  readonly #perMinute: number;
  #counts = new Map<string, number>();
  #ends = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** @throws a problem 429 if the client has used up its share */
  count(client: string): void {
    const now = Date.now();
    if (now >= this.#ends) {
      this.#counts = new Map();
      this.#ends = now + MINUTE;
    }
    const count = (this.#counts.get(client) ?? 0) + 1;
    this.#counts.set(client, count);
    if (count <= this.#perMinute) return;
    throw new Problem('too-many-requests', `At most ${this.#perMinute} requests a minute.`, {
      headers: { 'retry-after': String(Math.ceil((this.#ends - now) / 1000)) },
    });
  }
}
