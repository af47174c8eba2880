import { splitList } from '../../declaration/split-list.ts';
import { spanIn } from '../../document/span-in.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { matchText } from '../../words/match-text.ts';

const things =
  '(?:entit(?:y|ies)|(?:domain|business|data) (?:objects?|models?|entit(?:y|ies)|class(?:es)?)|(?:database )?tables?|record types?|objects? of)';
const shapes: readonly RegExp[] = [
  // "The main entities are: Customer, Quote and Quote Item." "Entities: …" "The following tables are needed: …"
  new RegExp(
    `(?<!no )(?<![\\p{L}-])${things}\\s*(?:(?:are|is|include|includes|will be|should be|needed|required|such as|like|called|named|of|identified|(?:are|is) (?:needed|required|stored|used|identified))\\s*)*[:–-]?\\s+(?<list>(?:an? |the )?\\p{Lu}[^.;:]{3,200})`,
    'u',
  ),
  // "Customer, Quote and Item are the main entities."
  new RegExp(
    `^(?:the )?(?<list>\\p{Lu}[^.;:]{3,200}?)\\s+(?:are|will be|should be)\\s+(?:the |our )?(?:main |core |key |central |only )?(?:entities|domain objects|business objects|tables)(?![\\p{L}])`,
    'u',
  ),
];

/** "9 tables, in this order: `boats`, `berth_bookings`": names as a database has them. */
const inCode = new RegExp(
  `(?<!no )(?<![\\p{L}-])${things}(?:[\\s,][^:.;]{0,60})?[:–-]\\s+(?<list>[a-z][a-z0-9_]{2,40}(?:, (?:and )?[a-z][a-z0-9_]{2,40}){2,60})(?=[.;)]|$)`,
  'u',
);

/** Sentences that count the kinds of record: "The main entities are Customer, Quote and Quote Item." */
export const namedEntities: Recogniser = (reading) => {
  const { document, kinds } = reading;
  return document.blocks.flatMap((block) =>
    (block.kind === 'paragraph' || block.kind === 'item') && isSaidOfData(kinds[block.section])
      ? statementsOf(block).flatMap((sentence): readonly Claim[] =>
          sentence.text.length > 1500
            ? []
            : namesIn(plainSentence(sentence.text), reading).map((name): Claim => ({
                kind: 'entity',
                name,
                evidence: 'listed',
                source: spanIn(document, block, sentence.start, sentence.end),
                section: block.section,
              })),
        )
      : [],
  );
};

/** Who counts the entities means them, in a section about the database or the architecture too. */
function isSaidOfData(kind: SectionKind | undefined): boolean {
  return isBelievable(kind) && kind !== 'ui' && kind !== 'glossary' && kind !== 'questions';
}

/** At least two, all in capitals or all not, so that "tables, chairs and so on" is none. */
function namesIn(text: string, { vocabulary }: Reading): readonly string[] {
  const columns = matchText(inCode, text)?.groups?.['list'];
  if (columns !== undefined && columns.includes('_')) return columns.split(/, (?:and )?/);
  if (text.length > 400) return [];
  for (const shape of shapes) {
    const list = matchText(shape, text)?.groups?.['list'];
    if (list === undefined) continue;
    const parts = splitList(list, vocabulary).map((part) => part.text.trim());
    const names = parts.map((part) => entityName(part, vocabulary, true)?.name);
    if (
      parts.length >= 2 &&
      names.every((name) => name !== undefined && name.split(/\s+/).length <= 3) &&
      parts.every((part) => /^(?:(?:an?|the) )?\p{Lu}/u.test(part))
    )
      return names.filter((name) => name !== undefined);
  }
  return [];
}
