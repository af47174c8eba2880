import { isPortable, isQuickFor } from '../check/usable-pattern.ts';
import { isRecord, partsOf } from './open-api-parts.ts';
import type { PartKind } from './open-api-parts.ts';

/** The longest text that a body of the usual limit can hold, where no `maxLength` is given. */
const LONGEST_TEXT = 1_000_000;

/** Why a pattern of a contract is not checked; undefined if it is. */
export function patternProblem(pattern: string, maxLength: unknown): string | undefined {
  if (!isPortable(pattern)) return 'is not one that every language reads alike';
  const longest = typeof maxLength === 'number' ? Math.min(maxLength, LONGEST_TEXT) : LONGEST_TEXT;
  // Without a beginning it is tried at every place of the text.
  const searched = pattern.startsWith('^') ? pattern : `[^\\n]*(?:${pattern})`;
  return isQuickFor({ type: { kind: 'string' }, maxLength: longest }, searched)
    ? undefined
    : 'can take very long to check';
}

/** The patterns of a document that would let one request keep a service busy, sorted. */
export function uncheckedPatterns(document: unknown): readonly string[] {
  const found = new Set<string>();
  const known = new Map<string, boolean>();
  const note = (pattern: string, maxLength: unknown) => {
    const key = `${String(maxLength)} ${pattern}`;
    const isUsable = known.get(key) ?? patternProblem(pattern, maxLength) === undefined;
    known.set(key, isUsable);
    if (!isUsable) found.add(pattern);
  };
  const visit = (kind: PartKind, value: unknown): void => {
    if (!isRecord(value)) return;
    if (kind === 'schema') {
      const { pattern, maxLength, patternProperties } = value;
      if (typeof pattern === 'string') note(pattern, maxLength);
      if (isRecord(patternProperties))
        for (const name of Object.keys(patternProperties)) note(name, undefined);
    }
    for (const part of partsOf(kind, value)) visit(part.kind, part.value);
  };
  visit('document', document);
  return [...found].toSorted();
}
