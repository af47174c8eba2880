import type { Letter, LogEntry } from './event-store.ts';

/** Messages that wait for somebody to wait for them: so many at most, the oldest are then dropped. */
const MOST_LETTERS = 100_000;

/** Keeps messages that came too early. */
export class PostOffice {
  readonly #letters = new Map<number, Letter>();
  #next = 1;

  keep(number: number, letter: Letter): void {
    this.#letters.set(number, letter);
    this.#next = Math.max(this.#next, number + 1);
  }

  /** Keeps a message; gives what is to be written to the log. */
  add(letter: Letter): LogEntry {
    const number = this.#next;
    this.keep(number, letter);
    if (this.#letters.size > MOST_LETTERS) {
      const [oldest = 0] = this.#letters.keys();
      this.#letters.delete(oldest);
    }
    return { kind: 'post', number, letter };
  }

  /** The oldest message for who waits for this name, and this key if it has one. */
  take(name: string, key: string | undefined): { number: number; letter: Letter } | undefined {
    for (const [number, letter] of this.#letters) {
      if (letter.name !== name || (key !== undefined && letter.key !== key)) continue;
      this.#letters.delete(number);
      return { number, letter };
    }
    return undefined;
  }
}
