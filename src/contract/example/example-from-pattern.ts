/**
 * A text that a regular expression matches as a whole, for the patterns that people write in
 * requirements: literals, classes, escapes, groups, alternatives and quantifiers. Undefined for what it
 * doesn't know. The first choice is taken everywhere, so the result is short and always the same.
 */
export function exampleFromPattern(pattern: string, minLength = 0): string | undefined {
  const whole = compiled(pattern);
  if (!whole) return undefined;
  // Repeating a little more often serves a least length that the pattern does not state.
  for (const extra of [0, 1, 2, 4, 8, 16, 32]) {
    const text = new Reader(pattern, extra).read();
    if (text === undefined) return undefined;
    if (Array.from(text).length >= minLength && whole.test(text)) return text;
  }
  return undefined;
}

/** Undefined for what is no regular expression: the checks of the blueprint say so. */
function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return undefined;
  }
}

const MAX_LENGTH = 2000;
const escapes: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  D: 'x',
  W: '-',
  S: 'x',
  n: '\n',
  t: '\t',
  r: '\r',
};

class Reader {
  readonly #pattern: string;
  readonly #extra: number;
  #at = 0;

  constructor(pattern: string, extra: number) {
    this.#pattern = pattern;
    this.#extra = extra;
  }

  read(): string | undefined {
    const text = this.#alternatives();
    return this.#at < this.#pattern.length || text.length > MAX_LENGTH ? undefined : text;
  }

  /** Takes the first alternative, and reads past the others. */
  #alternatives(): string {
    const first = this.#sequence();
    while (this.#take('|')) this.#sequence();
    return first;
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#peek())) {
      const atom = this.#atom();
      text += atom.repeat(
        Math.min(this.#count(), Math.ceil(MAX_LENGTH / Math.max(1, atom.length))),
      );
      if (text.length > MAX_LENGTH) text = text.slice(0, MAX_LENGTH + 1);
    }
    return text;
  }

  #atom(): string {
    const character = this.#next();
    if (character === '^' || character === '$') return '';
    if (character === '.') return 'x';
    if (character === '\\') return this.#escape();
    if (character === '[') return this.#class();
    if (character !== '(') return character;
    this.#take('?:');
    const text = this.#alternatives();
    this.#take(')');
    return text;
  }

  #escape(): string {
    const letter = this.#next();
    if (letter === 'b' || letter === 'B') return '';
    const code =
      /^[xu]/.test(letter) && /^(?:\{[0-9a-fA-F]{1,6}\}|[0-9a-fA-F]{2,4})/.exec(this.#rest());
    if (code) {
      this.#at += code[0].length;
      return String.fromCodePoint(Number.parseInt(code[0].replace(/[{}]/g, ''), 16));
    }
    return escapes[letter] ?? letter;
  }

  /** The first member of `[…]`; of `[^…]` the first common character that is not a member. */
  #class(): string {
    const negated = this.#take('^');
    const start = this.#at;
    const first = this.#peek() === '\\' ? (this.#next(), this.#escape()) : this.#next();
    while (this.#at < this.#pattern.length && this.#peek() !== ']')
      if (this.#next() === '\\') this.#next();
    const members = this.#pattern.slice(start, this.#at);
    this.#take(']');
    if (!negated) return first;
    const outside = new RegExp(`[^${members}]`, 'u');
    return Array.from('xA1- .').find((character) => outside.test(character)) ?? '';
  }

  #count(): number {
    const match = /^(?:\{(\d{1,4})(?:(,)(\d{0,4}))?\}|[*+?])\??/.exec(this.#rest());
    if (!match) return 1;
    this.#at += match[0].length;
    const sign = match[0][0];
    const least = sign === '{' ? Number(match[1]) : sign === '+' ? 1 : 0;
    const most =
      sign === '{'
        ? match[2]
          ? Number(match[3] || Infinity)
          : least
        : sign === '?'
          ? 1
          : Infinity;
    return Math.min(least + this.#extra, most);
  }

  #rest(): string {
    return this.#pattern.slice(this.#at, this.#at + 16);
  }

  #peek(): string {
    return this.#pattern[this.#at] ?? '';
  }

  #next(): string {
    const character = this.#peek();
    this.#at += 1;
    return character;
  }

  #take(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}
