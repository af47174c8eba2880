import { toAscii } from '../names/to-ascii.ts';

const LONGEST = 60;

/** Gives operations and groups names that are ASCII kebab-case, and unique whatever the document says. */
export class OperationNames {
  readonly #taken = new Set<string>();

  /** The first of the words that has letters or digits, numbered if it is taken. */
  unique(...words: readonly string[]): string {
    const wanted = kebabOf(...words);
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}-${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** `repos/listForUser` → `repos-list-for-user`. */
export function kebabOf(...words: readonly string[]): string {
  for (const word of words) {
    const ascii = toAscii(word.slice(0, 300))
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-+|-+$/g, '');
    if (ascii !== '') return /^\d/.test(ascii) ? `n${ascii}` : ascii;
  }
  return 'operation';
}
