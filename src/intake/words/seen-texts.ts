/** More than this is no short document: it has a bit of everything. */
const MOST_CHARACTERS = 30_000;
const MOST_TEXTS = 5000;
const MOST_IN_ALL = 10 * MOST_CHARACTERS;

/**
 * All that patterns were asked about, in small letters: in parts of it nothing is found that is not in the
 * whole. A few lines are cut into hundreds of texts, and what they do not hold need not be looked for in each.
 */
export class SeenTexts {
  readonly #texts = new Map<string, string>();
  #whole = '';
  #size = 0;
  #isFull = false;

  /** Grows with texts that are new. */
  get length(): number {
    return this.#whole.length;
  }

  /** Adds a text and gives it in small letters; undefined once they are too many. */
  add(text: string): string | undefined {
    const known = this.#texts.get(text);
    if (known !== undefined || this.#isFull) return known;
    const small = text.toLowerCase();
    if (!this.#whole.includes(small)) this.#whole += `\n${small}`;
    this.#texts.set(text, small);
    this.#size += text.length;
    this.#isFull =
      this.#texts.size > MOST_TEXTS ||
      this.#whole.length > MOST_CHARACTERS ||
      this.#size > MOST_IN_ALL;
    if (!this.#isFull) return small;
    this.#texts.clear();
    this.#whole = '';
    return undefined;
  }

  /** Whether one of some texts, in small letters, is in what was added since the whole was that long. */
  holdsOne(texts: readonly string[], since: number): boolean {
    return texts.some((text) => this.#whole.includes(text, Math.max(0, since - text.length)));
  }
}
