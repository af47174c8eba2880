/** A regular expression as a tree. Assertions take no character: an empty sequence. */
export type Part =
  | { readonly kind: 'character'; readonly takes: ReadonlySet<string> }
  | { readonly kind: 'choice' | 'sequence'; readonly parts: readonly Part[] }
  | {
      readonly kind: 'repetition';
      readonly part: Part;
      readonly min: number;
      readonly max: number;
    };

/**
 * Reads a regular expression without look-around and back-references. What a character of it takes is
 * given as a set of examples: ASCII, and each character that the pattern names, with its neighbours.
 */
export function readPattern(pattern: string): Part | undefined {
  try {
    const reader = new Reader(pattern);
    return reader.choice();
  } catch {
    return undefined;
  }
}

const EMPTY: Part = { kind: 'sequence', parts: [] };
const ATOM = /\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]*\}|u.{4}|x..|c.|.)|[^]/suy;
const ASSERTION = /[$^]|\\[bB]/uy;
const QUANTIFIER = /(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/uy;

class Reader {
  readonly #text: string;
  readonly #examples: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#examples = examplesFor(text);
  }

  choice(): Part {
    const parts = [this.#sequence()];
    while (this.#take(/\|/y)) parts.push(this.#sequence());
    return parts.length === 1 ? (parts[0] ?? EMPTY) : { kind: 'choice', parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text.charAt(this.#at)))
      parts.push(this.#repeated(this.#one()));
    return { kind: 'sequence', parts };
  }

  #one(): Part {
    if (this.#take(ASSERTION)) return EMPTY;
    if (this.#take(/\((?:\?:)?/y)) {
      const part = this.choice();
      this.#at += 1;
      return part;
    }
    const source = this.#take(ATOM)?.[0] ?? '';
    const takes = new RegExp(`^${source}$`, 'u');
    return { kind: 'character', takes: new Set(this.#examples.filter((text) => takes.test(text))) };
  }

  #repeated(part: Part): Part {
    const found = this.#take(QUANTIFIER);
    if (!found) return part;
    const [, sign, least = '0', comma, most = ''] = found;
    const max = comma === '' ? Number(least) : most === '' ? Infinity : Number(most);
    const [from, to] = sign === undefined ? [Number(least), max] : (SIGNS[sign] ?? [0, 1]);
    return { kind: 'repetition', part, min: from, max: to };
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#text);
    if (found) this.#at = what.lastIndex;
    return found;
  }
}

const SIGNS: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

function examplesFor(text: string): readonly string[] {
  const codes = new Set(Array.from({ length: 128 }, (_, code) => code));
  const named = [
    ...Array.from(text, (character) => character.codePointAt(0) ?? 0),
    ...Array.from(text.matchAll(/\\[ux]\{?([0-9a-f]+)/gi), ([, hex = '0']) =>
      Number.parseInt(hex, 16),
    ),
    0xa0,
    0xe9,
    0x416,
    0x2028,
    0x65e5,
    0x1f600,
  ];
  for (const code of named) for (const near of [code - 1, code, code + 1]) codes.add(near);
  return [...codes]
    .filter((code) => code >= 0 && code <= 0x10ffff)
    .map((code) => String.fromCodePoint(code));
}
