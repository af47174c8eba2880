import { comparisonVectors } from './comparison-vectors.ts';
import { dateVectors } from './date-vectors.ts';
import { logicVectors } from './logic-vectors.ts';
import type { ExpressionVector } from './vocabulary.ts';

export { vectorEntity, vectorNow } from './vocabulary.ts';
export type { ExpressionVector } from './vocabulary.ts';

/** The answers that every implementation of expressions must give. */
export const expressionVectors: readonly ExpressionVector[] = [
  ...comparisonVectors,
  ...dateVectors,
  ...logicVectors,
];
