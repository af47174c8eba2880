import { functionParameters } from '../language/function-names.ts';
import { tokensOf } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

type Parts = readonly string[];

/**
 * The names that consist of more than one token (`monthly salary`, `risk-level`): where a name is
 * expected, the longest that fits is taken.
 */
export class KnownNames {
  readonly #byFirst = new Map<string, readonly Parts[]>();
  readonly #all = new Set<string>();
  readonly #base: KnownNames | undefined;

  /** With what is known already as the base: that is read once, however many texts use it. */
  constructor(names: readonly string[] | KnownNames) {
    this.#base = names instanceof KnownNames ? names : undefined;
    if (names instanceof KnownNames) return;
    for (const name of names) this.#all.add(name);
    addAll(this.#byFirst, this.#all);
  }

  add(name: string): void {
    if (this.has(name)) return;
    this.#all.add(name);
    addAll(this.#byFirst, [name]);
  }

  has(name: string): boolean {
    return this.#all.has(name) || this.#base?.has(name) === true;
  }

  /** How many tokens the name that starts at `index` has. */
  length(tokens: readonly Token[], index: number): number {
    const first = tokens[index]?.text ?? '';
    const fits = (parts: Parts) =>
      parts.every((part, offset) => tokens[index + offset]?.text === part);
    const lengths = [this.#byFirst, builtIn].map(
      (names) => names.get(first)?.find(fits)?.length ?? 1,
    );
    return Math.max(...lengths, this.#base?.length(tokens, index) ?? 1);
  }
}

/** Names of several tokens by their first one, the longest first. */
function addAll(byFirst: Map<string, readonly Parts[]>, names: Iterable<string>): void {
  const added = new Map<string, Parts[]>();
  for (const name of names) {
    const parts = tokensOf(name)
      .slice(0, -1)
      .map(({ text }) => text);
    const [first] = parts;
    if (first === undefined || parts.length === 1) continue;
    const same = added.get(first);
    if (same) same.push(parts);
    else added.set(first, [parts]);
  }
  for (const [first, parts] of added) {
    const all = [...(byFirst.get(first) ?? []), ...parts];
    byFirst.set(
      first,
      all.toSorted((a, b) => b.length - a.length),
    );
  }
}

/** The names of functions and properties, and the special forms. */
const builtIn: ReadonlyMap<string, readonly Parts[]> = (() => {
  const byFirst = new Map<string, readonly Parts[]>();
  const others = [
    'start included',
    'end included',
    'time offset',
    'one of',
    'has role',
    'matches whole',
  ];
  addAll(byFirst, [...Object.keys(functionParameters), ...others]);
  return byFirst;
})();

/** Words that are no names. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'if then else for in return some every satisfies and or between instance of ' +
    'true false null function not'
  ).split(' '),
);
