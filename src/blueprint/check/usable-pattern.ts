import type { Field } from '../field.ts';
import { isQuick } from './pattern-cost.ts';

/** Does every target read it alike: no look-around, no back-references, no named groups? */
export function isPortable(pattern: string): boolean {
  if (/\(\?(?!:)|\\[1-9kpP]/.test(pattern.replaceAll('\\\\', ''))) return false;
  try {
    return new RegExp(`^(?:${pattern})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Is a pattern decided quickly for every value that a field can have? */
export function isQuickFor(
  { type, maxLength }: Pick<Field, 'type' | 'maxLength'>,
  pattern: string,
) {
  return isQuick(pattern, maxLength ?? longest[type.kind] ?? 255);
}

/** The longest values where nothing is stated, if longer than a line (SP-1.7). */
const longest: Readonly<Record<string, number>> = { text: 10_000, url: 2048 };
