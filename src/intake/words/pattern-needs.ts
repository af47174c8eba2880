/** Lists of texts, in small letters: where a pattern finds something, there is one of each list. */
export type PatternNeeds = readonly (readonly string[])[];

/**
 * What patterns need that are put together while requirements are read, by `flags source`. Empty in the
 * sources: it is filled when the package is made (`scripts/pattern-needs.ts`).
 */
export const patternNeeds: Readonly<Record<string, PatternNeeds>> = {};
