/** Offsets into a text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A JSON text with the place of each value in it. */
export interface JsonDocument {
  readonly value: unknown;
  /** JSON pointer → place; objects and arrays are where they open. */
  readonly ranges: ReadonlyMap<string, Range>;
  readonly problems: readonly JsonProblem[];
}

export interface JsonProblem extends Range {
  readonly kind: 'syntax' | 'duplicate';
  /** The message of a syntax error, or the key that is there twice. */
  readonly text: string;
}

const DEEPEST = 64;

class SyntaxProblem extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads JSON and remembers where everything is. Never throws: what is wrong is in `problems`. */
export function readJson(text: string): JsonDocument {
  const ranges = new Map<string, Range>();
  const problems: JsonProblem[] = [];
  const scanner = new Scanner(text, ranges, problems);
  try {
    scanner.document();
    return { value: JSON.parse(text) as unknown, ranges, problems };
  } catch (error) {
    const at = error instanceof SyntaxProblem ? error.at : 0;
    const message = error instanceof Error ? error.message : String(error);
    const start = Math.min(at, text.length);
    problems.push({ kind: 'syntax', text: message, start, end: start + 1 });
    return { value: undefined, ranges, problems };
  }
}

class Scanner {
  readonly #text: string;
  readonly #ranges: Map<string, Range>;
  readonly #problems: JsonProblem[];
  #at = 0;

  constructor(text: string, ranges: Map<string, Range>, problems: JsonProblem[]) {
    this.#text = text;
    this.#ranges = ranges;
    this.#problems = problems;
  }

  document(): void {
    this.#value('', 0);
    this.#space();
    if (this.#at < this.#text.length) this.#fail('Text after the end of the document');
  }

  #value(pointer: string, depth: number): void {
    if (depth > DEEPEST) this.#fail(`Nested more than ${DEEPEST} deep`);
    this.#space();
    const start = this.#at;
    const first = this.#text[start];
    if (first === '{' || first === '[') {
      this.#ranges.set(pointer, { start, end: start + 1 });
      if (first === '{') this.#object(pointer, depth);
      else this.#array(pointer, depth);
      return;
    }
    if (first === '"') this.#string();
    else this.#literal();
    this.#ranges.set(pointer, { start, end: this.#at });
  }

  #object(pointer: string, depth: number): void {
    const keys = new Set<string>();
    this.#list('}', () => {
      this.#space();
      const start = this.#at;
      const key = this.#string();
      if (keys.has(key)) {
        this.#problems.push({ kind: 'duplicate', text: key, start, end: this.#at });
      }
      keys.add(key);
      this.#space();
      if (this.#text[this.#at] !== ':') this.#fail('Expected ":" after the name');
      this.#at += 1;
      this.#value(`${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1);
    });
  }

  #array(pointer: string, depth: number): void {
    let index = 0;
    this.#list(']', () => {
      this.#value(`${pointer}/${index}`, depth + 1);
      index += 1;
    });
  }

  #list(close: string, item: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      item();
      this.#space();
      const next = this.#text[this.#at];
      if (next !== ',' && next !== close) this.#fail(`Expected "," or "${close}"`);
      this.#at += 1;
      if (next === close) return;
    }
  }

  #string(): string {
    // oxlint-disable-next-line no-control-regex -- JSON forbids them in texts
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) this.#fail('Expected a text in double quotes');
    this.#at += found.length;
    return JSON.parse(found) as string;
  }

  #literal(): void {
    const pattern = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) this.#fail('Expected a value');
    this.#at += found.length;
  }

  #space(): void {
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #fail(message: string): never {
    throw new SyntaxProblem(message, this.#at);
  }
}
