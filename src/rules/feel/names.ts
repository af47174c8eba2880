import { functionParameters } from '../language/function-names.ts';
import { tokensOf } from './tokens.ts';
import type { Token } from './tokens.ts';

type Parts = readonly string[];

/**
 * The names that consist of more than one token (`monthly salary`, `risk-level`): where a name is
 * expected, the longest that fits is taken.
 */
export class KnownNames {
  readonly #byFirst = new Map<string, readonly Parts[]>();

  constructor(names: readonly string[]) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    addTo(this.#byFirst, name);
  }

  /** How many tokens the name that starts at `index` has. */
  length(tokens: readonly Token[], index: number): number {
    const first = tokens[index]?.text ?? '';
    const fits = (parts: Parts) =>
      parts.every((part, offset) => tokens[index + offset]?.text === part);
    const lengths = [this.#byFirst, builtIn].map(
      (names) => names.get(first)?.find(fits)?.length ?? 1,
    );
    return Math.max(...lengths);
  }
}

function addTo(byFirst: Map<string, readonly Parts[]>, name: string): void {
  const parts = tokensOf(name)
    .slice(0, -1)
    .map(({ text }) => text);
  const [first] = parts;
  if (first === undefined || parts.length === 1) return;
  const same = byFirst.get(first) ?? [];
  if (same.some((other) => other.join('\0') === parts.join('\0'))) return;
  byFirst.set(
    first,
    [...same, parts].toSorted((a, b) => b.length - a.length),
  );
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
  for (const name of [...Object.keys(functionParameters), ...others]) addTo(byFirst, name);
  return byFirst;
})();

/** Words that are no names. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'if then else for in return some every satisfies and or between instance of ' +
    'true false null function not'
  ).split(' '),
);
