import { functionParameters } from '../language/function-names.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * The names that consist of more than one token (`monthly salary`, `risk-level`): where a name is
 * expected, the longest that fits is taken.
 */
export class KnownNames {
  readonly #byFirst = new Map<string, (readonly string[])[]>();

  constructor(names: readonly string[]) {
    for (const name of [...names, ...builtIn]) this.add(name);
  }

  add(name: string): void {
    const parts = tokensOf(name)
      .slice(0, -1)
      .map(({ text }) => text);
    const [first] = parts;
    if (first === undefined || parts.length === 1) return;
    const same = this.#byFirst.get(first) ?? [];
    if (same.some((other) => other.join('\0') === parts.join('\0'))) return;
    this.#byFirst.set(
      first,
      [...same, parts].toSorted((a, b) => b.length - a.length),
    );
  }

  /** How many tokens the name that starts at `index` has. */
  length(tokens: readonly Token[], index: number): number {
    const known = this.#byFirst.get(tokens[index]?.text ?? '') ?? [];
    const fits = (parts: readonly string[]) =>
      parts.every((part, offset) => tokens[index + offset]?.text === part);
    return known.find(fits)?.length ?? 1;
  }
}

/** The names of functions and properties, and the special forms. */
const builtIn = [
  ...Object.keys(functionParameters),
  'start included',
  'end included',
  'one of',
  'has role',
  'matches whole',
];

/** Words that are no names. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'if then else for in return some every satisfies and or between instance of ' +
    'true false null function not'
  ).split(' '),
);
