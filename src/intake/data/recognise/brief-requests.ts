import { splitList } from '../../declaration/split-list.ts';
import { sentencesOf } from '../../words/sentences.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
import { matchText } from '../../words/match-text.ts';

/** `a blog with posts, comments and users`: what a whole consists of. */
const parts = /\s(?:with|including|con|com|avec|mit|con|с)\s+(?<list>[\p{L} ,'-]+?)\.?$/iu;
/** `A todo list API`. */
const product =
  /^(?:an?|the|build an?|create an?|write an?|i (?:need|want) an?|make an?)?\s*(?:simple |small |rest |restful |crud |basic )*(?<noun>[\p{L}][\p{L} -]{2,30}?)\s+(?:rest )?(?:api|apis|service|microservice|backend|app|application|system|tracker|manager|registry|database)\.?$/iu;

/** Requests of one sentence that name records without any field. */
export const briefRequests: Recogniser = (reading) => {
  if (!reading.brief) return [];
  return reading.document.blocks.flatMap((block) =>
    sentencesOf(block).flatMap((sentence) =>
      namesIn(sentence.text.replace(/\n/g, ' '), reading).map((name): Claim => ({
        kind: 'entity',
        name,
        evidence: 'kept',
        source: block.span,
        section: block.section,
      })),
    ),
  );
};

function namesIn(text: string, reading: Reading): readonly string[] {
  const { vocabulary } = reading;
  const keep = vocabulary.pattern(
    'brief-list',
    (words) =>
      new RegExp(
        `(?<![\\p{L}])(?:${words((lexicon) => lexicon.manage)})\\s+(?<list>[\\p{L} ,'-]+?)\\.?$`,
        'iu',
      ),
  );
  for (const pattern of [parts, keep]) {
    const list = matchText(pattern, text)?.groups?.['list'];
    const nouns =
      list === undefined ? [] : splitList(list, vocabulary).map((part) => part.text.trim());
    if (isWhole(nouns, reading))
      return nouns.flatMap((noun) => entityName(noun, vocabulary, true)?.name ?? []);
  }
  const noun = product.exec(text.trim())?.groups?.['noun'];
  const name =
    noun === undefined
      ? undefined
      : entityName(noun.replace(/\s+(?:lists?|management|tracking)$/i, ''), vocabulary)?.name;
  return name === undefined ? [] : [name];
}

/** Plurals most of which are no usual attributes: "posts, comments and users" rather than "photos and tags". */
export function isWhole(nouns: readonly string[], reading: Reading): boolean {
  const attributes = nouns.filter((noun) => isDataNoun(noun, reading)).length;
  return (
    nouns.length >= 2 &&
    nouns.every((noun) => /^\p{L}+(?: \p{L}+)?s$/u.test(noun)) &&
    attributes < nouns.length / 2
  );
}
