import { canonicalJson } from '#blueprint';
import { loadDecisions } from '#rules';
import type { Generator } from './generators.ts';

/** `docs/rules.schema.json`: for editors, and for those who write rules with other tools. */
export const rulesSchema: Generator = async () => {
  const { rulesJsonSchema } = await loadDecisions();
  return new Map([['docs/rules.schema.json', canonicalJson(rulesJsonSchema())]]);
};
