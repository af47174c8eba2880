import { spanIn } from '../../document/span-in.ts';
import { statementsOf } from '../statements-of.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { matchText } from '../../words/match-text.ts';

/** What the requirements say is not kept, and what is listed as out of scope or for later. */
export const denials: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const block of reading.document.blocks) {
    if (block.kind === 'code') continue;
    const kind = reading.kinds[block.section];
    for (const sentence of statementsOf(block)) {
      const source = spanIn(reading.document, block, sentence.start, sentence.end);
      const shape = { source, section: block.section };
      for (const name of deniedBy(sentence.text, reading))
        claims.push({ kind: 'denial', name, ...shape });
      if ((kind === 'out-of-scope' || kind === 'future') && block.kind === 'item') {
        const name = entityName(sentence.text, reading.vocabulary);
        if (name !== undefined && !isFunction(sentence.text, reading))
          claims.push({ kind: 'denial', name: name.name, ...shape });
      }
    }
    if (block.kind === 'heading') continue;
  }
  return claims;
};

/** "予約確認機能": one of the things done with reservations comes later, whereas "予約管理機能" is all of them. */
function isFunction(text: string, { language, vocabulary }: Reading): boolean {
  if (language !== 'ja' && language !== 'zh' && language !== 'ko') return false;
  const bare = text.trim().replace(/\s*(?:機能|功能|기능)$/u, '');
  return (
    !/(?:管理|관리)$/u.test(bare) &&
    vocabulary
      .pattern(
        'function-last',
        (words) =>
          new RegExp(
            `.(?:${words(({ manage }) => manage)}|${words((each) => each.managing)})$`,
            'u',
          ),
      )
      .test(bare)
  );
}

function deniedBy(text: string, { vocabulary }: Reading): readonly string[] {
  const names: string[] = [];
  for (const lexicon of vocabulary.lexicons) {
    for (const pattern of lexicon.denies) {
      const entity = matchText(pattern, text)?.groups?.['entity'];
      const name = entity === undefined ? undefined : entityName(entity, vocabulary);
      if (name !== undefined) names.push(name.name);
    }
  }
  return names;
}
