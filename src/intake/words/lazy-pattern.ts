import { isWestern, westernSource } from './western-source.ts';

/** What a pattern is made of. */
export interface PatternText {
  readonly source: string;
  readonly flags: string;
  /** The same for texts of western Europe (`westernSource`): null if there is none, absent until it is known. */
  western?: string | null;
  whole?: RegExp;
  narrow?: RegExp;
}

/**
 * Stands for a regular expression over letters of any script. Node reads `\p{L}` when a pattern is made, and
 * with `i` looks up the other case of each of its letters at the first use: most of the time of a short run.
 * This one is made when it is asked, and where the text allows, of western letters alone: it finds the same.
 * In what is installed it takes the place of the literals of the sources (`scripts/lazy-patterns.ts`).
 */
export class LazyPattern {
  lastIndex = 0;
  readonly #text: PatternText;
  /** Global or sticky: it goes on where it stopped. */
  readonly #goesOn: boolean;

  /** @param text what a literal is made of; or the source, as for `RegExp` */
  constructor(text: PatternText | string, flags = '') {
    this.#text = typeof text === 'string' ? textOf(text, flags) : text;
    this.#goesOn = this.#text.flags.includes('g') || this.#text.flags.includes('y');
  }

  get source(): string {
    return this.#text.source;
  }

  get flags(): string {
    return this.#text.flags;
  }

  get global(): boolean {
    return this.flags.includes('g');
  }

  get sticky(): boolean {
    return this.flags.includes('y');
  }

  exec(text: string): RegExpExecArray | null {
    const pattern = this.#for(text);
    if (!this.#goesOn) return pattern.exec(text);
    const found = pattern.exec(text);
    this.lastIndex = pattern.lastIndex;
    return found;
  }

  test(text: string): boolean {
    const pattern = this.#for(text);
    if (!this.#goesOn) return pattern.test(text);
    const found = pattern.test(text);
    this.lastIndex = pattern.lastIndex;
    return found;
  }

  toString(): string {
    return `/${this.source}/${this.flags}`;
  }

  [Symbol.match](text: string): RegExpMatchArray | null {
    return this.#for(text)[Symbol.match](text);
  }

  [Symbol.matchAll](text: string): RegExpStringIterator<RegExpMatchArray> {
    const pattern = this.#for(text);
    return pattern.unicode || !pattern.global
      ? pattern[Symbol.matchAll](text)
      : allMatches(pattern, text);
  }

  [Symbol.replace](text: string, by: string & ((found: string) => string)): string {
    return this.#for(text)[Symbol.replace](text, by);
  }

  [Symbol.search](text: string): number {
    return this.#for(text)[Symbol.search](text);
  }

  [Symbol.split](text: string, limit?: number): string[] {
    return this.#for(text)[Symbol.split](text, limit);
  }

  #for(text: string): RegExp {
    const known = this.#text;
    const western = isWestern(text) ? westernOf(known) : null;
    const pattern =
      western === null
        ? (known.whole ??= new RegExp(known.source, known.flags))
        : (known.narrow ??= new RegExp(western, known.flags.replace('u', '')));
    if (this.#goesOn) pattern.lastIndex = this.lastIndex;
    return pattern;
  }
}

/** What `matchAll` gives, which makes a pattern anew each time: longer than most texts take. */
function* allMatches(pattern: RegExp, text: string): RegExpStringIterator<RegExpExecArray> {
  let { lastIndex: at } = pattern;
  for (;;) {
    // Others may ask the same pattern meanwhile.
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return undefined;
    at = found[0] === '' ? pattern.lastIndex + 1 : pattern.lastIndex;
    yield found;
  }
}

function westernOf(text: PatternText): string | null {
  if (text.western === undefined) text.western = westernSource(text.source, text.flags) ?? null;
  return text.western;
}

/** Patterns put together of words: the same few hundred, however often they are made. */
const texts = new Map<string, PatternText>();

function textOf(source: string, flags: string): PatternText {
  const key = `${flags} ${source}`;
  const known = texts.get(key) ?? { source, flags };
  if (texts.size < 2000) texts.set(key, known);
  return known;
}
