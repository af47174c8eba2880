import type * as comparison from './compare/compare-contracts.ts';

/** What compares two contracts. Loaded when it is asked for: one command alone needs it. */
export function loadComparison(): Promise<typeof comparison> {
  return import('./compare/compare-contracts.ts');
}
