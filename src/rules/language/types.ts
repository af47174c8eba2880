import { tokensOf } from '../feel/tokens.ts';
import type { Token } from '../feel/tokens.ts';

/** A type of FEEL. */
export type FeelType =
  | { readonly kind: 'simple'; readonly name: SimpleType }
  | { readonly kind: 'list' | 'range'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, FeelType])[] }
  | {
      readonly kind: 'function';
      readonly parameters: readonly FeelType[];
      readonly result: FeelType;
    };

export const simpleTypes = [
  ...(['boolean', 'string', 'number', 'date', 'time', 'date and time'] as const),
  ...(['days and time duration', 'years and months duration'] as const),
  ...(['list', 'context', 'range', 'function', 'Any', 'Null'] as const),
] as const;
export type SimpleType = (typeof simpleTypes)[number];

const MAX_DEPTH = 20;

/** Reads a type such as `list<number>` or `function<number, string>->boolean`; undefined for what is none. */
export function parseType(text: string): FeelType | undefined {
  const reader = new TypeReader(tokensOf(text));
  const type = reader.type(0);
  return type && reader.isAtEnd ? type : undefined;
}

/** Reads a type at the start of some tokens; gives how many it takes. */
export function typeAt(
  tokens: readonly Token[],
  named: ReadonlyMap<string, string> = new Map(),
): { readonly text: string; readonly length: number } | undefined {
  const reader = new TypeReader(tokens, named);
  const type = reader.type(0);
  return type && { text: typeText(type), length: reader.at };
}

/** The text of a type: reading it gives the same type. */
export function typeText(type: FeelType): string {
  switch (type.kind) {
    case 'simple':
      return type.name;
    case 'list':
    case 'range':
      return `${type.kind}<${typeText(type.of)}>`;
    case 'context':
      return `context<${type.entries.map(([name, of]) => `${name}: ${typeText(of)}`).join(', ')}>`;
    case 'function':
      return `function<${type.parameters.map(typeText).join(', ')}>->${typeText(type.result)}`;
  }
}

class TypeReader {
  at = 0;
  readonly #tokens: readonly Token[];
  readonly #named: readonly { readonly words: readonly Token[]; readonly type: string }[];

  constructor(tokens: readonly Token[], named: ReadonlyMap<string, string> = new Map()) {
    this.#tokens = tokens;
    this.#named = [...named]
      .map(([name, type]) => ({ words: tokensOf(name).slice(0, -1), type }))
      .toSorted((a, b) => b.words.length - a.words.length);
  }

  get isAtEnd(): boolean {
    return (this.#tokens[this.at]?.kind ?? 'end') === 'end';
  }

  type(depth: number): FeelType | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const known = this.#named.find(({ words }) =>
      words.every(({ text }, offset) => this.#tokens[this.at + offset]?.text === text),
    );
    if (known) {
      this.at += known.words.length;
      return parseType(known.type);
    }
    const name = this.#simple();
    if (name === undefined) return undefined;
    const after = this.at;
    const whole = this.#takes('<') ? this.#generic(name, depth) : undefined;
    // What follows may be a comparison.
    if (!whole) this.at = after;
    return whole ?? { kind: 'simple', name };
  }

  #generic(name: SimpleType, depth: number): FeelType | undefined {
    switch (name) {
      case 'list':
      case 'range': {
        const of = this.type(depth + 1);
        return of && this.#takes('>') ? { kind: name, of } : undefined;
      }
      case 'context':
        return this.#context(depth);
      case 'function':
        return this.#function(depth);
      default:
        return undefined;
    }
  }

  #context(depth: number): FeelType | undefined {
    const entries: [string, FeelType][] = [];
    while (!this.#takes('>')) {
      if (entries.length > 0 && !this.#takes(',')) return undefined;
      const words: string[] = [];
      while (/^(?:name|number)$/.test(this.#tokens[this.at]?.kind ?? ''))
        words.push(this.#tokens[this.at++]?.text ?? '');
      const of = words.length > 0 && this.#takes(':') ? this.type(depth + 1) : undefined;
      if (!of) return undefined;
      entries.push([words.join(' '), of]);
    }
    return { kind: 'context', entries };
  }

  #function(depth: number): FeelType | undefined {
    const parameters: FeelType[] = [];
    while (!this.#takes('>')) {
      if (parameters.length > 0 && !this.#takes(',')) return undefined;
      const of = this.type(depth + 1);
      if (!of) return undefined;
      parameters.push(of);
    }
    const result = this.#takes('->') ? this.type(depth + 1) : undefined;
    return result && { kind: 'function', parameters, result };
  }

  #simple(): SimpleType | undefined {
    const found = simpleTypes
      .map((name) => [name, name.split(' ')] as const)
      .toSorted(([, a], [, b]) => b.length - a.length)
      .find(([, words]) =>
        words.every((word, offset) => this.#tokens[this.at + offset]?.text === word),
      );
    if (found) this.at += found[1].length;
    return found?.[0];
  }

  #takes(text: string): boolean {
    if (this.#tokens[this.at]?.text !== text) return false;
    this.at += 1;
    return true;
  }
}
