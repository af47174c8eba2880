import { typeAt } from '../language/types.ts';
import { KnownNames } from './names.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What is wrong with a text, and where. */
export class FeelSyntaxError extends Error {
  readonly at: number;

  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

const MAX_LENGTH = 50_000;

/** The place up to which a FEEL text was read, and the names that are known there. */
export class TokenCursor {
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  readonly #names: KnownNames;
  readonly #known: Set<string>;
  readonly #types: ReadonlyMap<string, string>;
  #index = 0;

  constructor(
    text: string,
    names: readonly string[],
    types: ReadonlyMap<string, string> = new Map(),
  ) {
    if (text.length > MAX_LENGTH) throw new FeelSyntaxError('the text is too long', 0);
    this.#tokens = tokensOf(text);
    this.#end = { kind: 'end', text: 'the end', at: text.length, end: text.length };
    this.#names = new KnownNames(names);
    this.#known = new Set(names);
    this.#types = types;
  }

  get current(): Token {
    return this.#tokens[this.#index] ?? this.#end;
  }

  get next(): Token {
    return this.#tokens[this.#index + 1] ?? this.#end;
  }

  advance(by: number): void {
    this.#index += by;
  }

  sees(text: string, offset = 0): boolean {
    const token = this.#tokens[this.#index + offset];
    return token?.text === text && token.kind !== 'end';
  }

  take(text: string): boolean {
    const sees = this.sees(text);
    if (sees) this.#index += 1;
    return sees;
  }

  need(text: string): void {
    if (!this.take(text)) this.fail(`'${text}' expected`);
  }

  end(): void {
    if (this.current.kind !== 'end') this.fail('unexpected');
  }

  /** From here on a name of several words is one. */
  define(name: string): void {
    this.#names.add(name);
    this.#known.add(name);
  }

  /** True for a name that was given or defined: it may be that of a function. */
  knows(name: string): boolean {
    return this.#known.has(name);
  }

  /** The text of a type: one of FEEL, or one that was given by its name. */
  type(): string {
    const found = typeAt(this.#tokens.slice(this.#index), this.#types);
    if (!found) return this.fail('no type that is known');
    this.#index += found.length;
    return found.text;
  }

  /** All tokens up to a colon, a comma or the end of parentheses, as one name. */
  parameterName(): string {
    let count = 0;
    while (this.#tokens[this.#index + count]?.kind === 'name') count += 1;
    if (count === 0) this.fail('a name is expected');
    return this.#joined(count);
  }

  /** The longest name that is known, or one word. */
  name(): string {
    if (this.current.kind !== 'name') this.fail('a name is expected');
    return this.#joined(this.#names.length(this.#tokens, this.#index));
  }

  /** All tokens up to a word, as one name. */
  nameBefore(word: string): string {
    let count = 0;
    while (!this.sees(word, count)) {
      if (this.#index + count >= this.#tokens.length) this.fail(`'${word}' expected`);
      count += 1;
    }
    if (count === 0) this.fail('a name is expected');
    const name = this.#joined(count);
    this.need(word);
    return name;
  }

  /** The name before a colon, if an argument has one. */
  parameter(): string | undefined {
    let index = this.#index;
    while (this.#tokens[index]?.kind === 'name') index += 1;
    const isNamed = index > this.#index && this.#tokens[index]?.text === ':';
    return isNamed ? this.nameBefore(':') : undefined;
  }

  fail(problem: string): never {
    const { kind, text, at } = this.current;
    throw new FeelSyntaxError(`${problem}: ${kind === 'end' ? 'the text ends' : `'${text}'`}`, at);
  }

  /** Tokens as one name: a space where there was any. */
  #joined(count: number): string {
    const parts = this.#tokens.slice(this.#index, this.#index + count);
    this.#index += count;
    return parts
      .map(({ text, at }, index) => (index > 0 && parts[index - 1]?.end !== at ? ` ${text}` : text))
      .join('');
  }
}
