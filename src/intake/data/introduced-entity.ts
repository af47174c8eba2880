import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { entityName } from './entity-name.ts';
import type { EntityName } from './entity-name.ts';

/**
 * What a lead-in announces: "Each vehicle has:", "Order attributes", "Campos:".
 * @returns undefined when it announces no fields; `name` is undefined when it names no entity itself
 */
export function introducedEntity(text: string, vocabulary: Vocabulary): { name: EntityName | undefined } | undefined {
  const line = (text.trim().split('\n').at(-1) ?? '').trim();
  const bare = line.replace(/[\s:：.。*]+$/u, '');
  if (bare === '' || bare.length > 160) return undefined;
  // What a sentence "each X has …" would be with fields; here they follow as a list.
  for (const lexicon of vocabulary.lexicons) {
    for (const pattern of lexicon.has) {
      const entity = pattern.exec(`${bare} §`)?.groups;
      if (entity?.['entity'] === undefined || !/^§/.test((entity['fields'] ?? '').trim().replace(/^[:：\s]+/, ''))) continue;
      const name = entityName(entity['entity'], vocabulary, true);
      if (name !== undefined) return { name };
    }
  }
  const folded = foldText(bare);
  const fields = vocabulary.pattern('introduces', (words) => new RegExp(`(?:^|[^\\p{L}])(?:${words((lexicon) => lexicon.fieldWords)})(?:$|[^\\p{L}])|(?:属性|項目|字段|フィールド|構成要素|필드|속성)`, 'u'));
  if (!fields.test(folded) || folded.split(' ').length > 9) return undefined;
  return { name: entityName(bare, vocabulary, true) };
}
