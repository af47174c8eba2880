import type { Letter, LogEntry } from './event-store.ts';

const MOST_LETTERS = 100_000;

/** Keeps messages that came too early: so many at most, the oldest are then dropped. */
export class PostOffice {
  readonly #letters = new Map<number, Letter>();
  /** Numbers by name, and by name and key, in their order. */
  readonly #byAddress = new Map<string, Set<number>>();
  readonly #most: number;
  #next = 1;

  constructor(most = MOST_LETTERS) {
    this.#most = most;
  }

  keep(number: number, letter: Letter): void {
    this.#letters.set(number, letter);
    for (const address of addressesOf(letter)) {
      const numbers = this.#byAddress.get(address);
      if (numbers) numbers.add(number);
      else this.#byAddress.set(address, new Set([number]));
    }
    this.#next = Math.max(this.#next, number + 1);
  }

  /** Keeps a message; gives what is to be written to the log. */
  add(letter: Letter): readonly LogEntry[] {
    const number = this.#next;
    this.keep(number, letter);
    const entry: LogEntry = { kind: 'post', number, letter };
    const [oldest] = this.#letters.keys();
    if (this.#letters.size <= this.#most || oldest === undefined) return [entry];
    this.#remove(oldest);
    return [entry, { kind: 'delivered', number: oldest }];
  }

  /** The oldest message for who waits for this name, and this key if it has one. */
  take(name: string, key: string | undefined): { number: number; letter: Letter } | undefined {
    const [number] = this.#byAddress.get(addressOf(name, key)) ?? [];
    const letter = number === undefined ? undefined : this.#remove(number);
    return number === undefined || !letter ? undefined : { number, letter };
  }

  #remove(number: number): Letter | undefined {
    const letter = this.#letters.get(number);
    this.#letters.delete(number);
    for (const address of letter ? addressesOf(letter) : []) {
      const numbers = this.#byAddress.get(address);
      numbers?.delete(number);
      if (numbers?.size === 0) this.#byAddress.delete(address);
    }
    return letter;
  }
}

function addressesOf({ name, key }: Letter): readonly string[] {
  return [addressOf(name, undefined), ...(key === undefined ? [] : [addressOf(name, key)])];
}

function addressOf(name: string, key: string | undefined): string {
  return JSON.stringify(key === undefined ? [name] : [name, key]);
}
