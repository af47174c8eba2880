import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { isPerson } from '../person.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';

/** "The system must support a hierarchy: …", in the languages that share the word. */
const said =
  /(?:hi[eé]rarch|hierarqu|jerarqu|gerarch|иерарх|ієрарх|层级|階層|계층)[^:：>→]{0,60}[:：]\s*(?<chain>[^:：]+)$/iu;
/** Not of records: of roles, of what is seen, of files. */
const ofOthers =
  /(?<!\p{L})(?:roles?|permissions?|access|users?|visual|typograph\p{L}*|headings?|headers?|colou?rs?|folders?|director(?:y|ies)|files?|components?|class(?:es)?|types?|pages?|screens?|navigation|menu|priorit(?:y|ies)|needs|information|approval|escalation|inheritance|exceptions?|errors?) $/iu;
const arrow = /\s*(?:[-=]*>|[→⇒⟶›»])\s*/u;

/** "A hierarchy: Site -> Building -> Floor": each is a record of the one before. */
export const hierarchies: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'code' || !isBelievable(reading.kinds[block.section])
      ? []
      : statementsOf(block).flatMap((sentence) => claimsIn(sentence, block, reading)),
  );

function claimsIn(sentence: Sentence, block: Block, reading: Reading): readonly Claim[] {
  if (sentence.text.length > 500) return [];
  // "Room (e.g. "Kitchen")": examples may hold colons and arrows.
  const text = plainSentence(sentence.text).replace(/\s?\([^()]{1,160}\)/gu, '');
  const found = said.exec(text.replace(/\s*[.;]+$/u, ''));
  if (found === null || ofOthers.test(text.slice(0, found.index))) return [];
  const names = (found.groups?.['chain'] ?? '').split(arrow).map((part) => levelOf(part, reading));
  if (names.length < 3 || names.length > 8) return [];
  const levels = names.filter((name) => name !== undefined);
  if (levels.length < names.length) return [];
  // "Owner > Admin > Member" are roles; "Company > Department > Employee" are not.
  if (levels.filter(({ name }) => isPerson(name)).length > 1) return [];
  const place = {
    source: spanIn(reading.document, block, sentence.start, sentence.end),
    section: block.section,
  };
  return levels.flatMap(({ name, also }, at): Claim[] => {
    const above = levels[at - 1];
    return [
      { kind: 'entity', name, also, evidence: 'listed', ...place },
      ...(above === undefined
        ? []
        : [
            {
              kind: 'relation',
              from: name,
              to: above.name,
              cardinality: 'one',
              required: true,
              ...place,
            } as const,
          ]),
    ];
  });
}

/** "Room/Area": the first is the name. */
function levelOf(part: string, { vocabulary }: Reading): EntityName | undefined {
  const [first = ''] = part.trim().split('/');
  // Names of folders have no capital.
  return /^[a-z]|\s.*\s.*\s/u.test(first) ? undefined : entityName(first, vocabulary, true);
}
