import { spanIn } from '../../document/span-in.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';

const subject =
  /^(?:(?:an?|the|all|each|every|new) )?(?<thing>\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+){0,2}?) (?:can|may|must|should|shall|will|are able to|is able to) (?:also )?be (?<verbs>\p{L}+(?:[, ]+(?:and |or )?\p{L}+){1,6})/iu;

const made = new Set(
  'created added registered recorded published uploaded submitted scheduled booked placed posted logged entered opened raised imported'.split(
    ' ',
  ),
);
const changed = new Set(
  'edited updated modified changed deleted removed archived cancelled canceled closed reopened renamed duplicated paused resumed assigned reassigned rescheduled approved rejected restored completed withdrawn'.split(
    ' ',
  ),
);

/** "Jobs can be created, paused and deleted": who does it is not said, but that they are kept. */
export const passives: Recogniser = (reading) =>
  reading.language !== 'en'
    ? []
    : reading.document.blocks.flatMap((block) =>
        block.kind === 'heading' ||
        block.kind === 'code' ||
        !isAboutService(reading.kinds[block.section])
          ? []
          : statementsOf(block).flatMap((sentence): Claim[] => {
              const groups =
                sentence.text.length > 300
                  ? undefined
                  : subject.exec(plainSentence(sentence.text))?.groups;
              const verbs = new Set((groups?.['verbs'] ?? '').toLowerCase().split(/[, ]+/));
              const isKept =
                [...verbs].some((verb) => made.has(verb)) &&
                [...verbs].some((verb) => changed.has(verb));
              const name = isKept
                ? entityName(groups?.['thing'] ?? '', reading.vocabulary)
                : undefined;
              if (name === undefined) return [];
              const source = spanIn(reading.document, block, sentence.start, sentence.end);
              return [
                {
                  kind: 'entity',
                  name: name.name,
                  also: [],
                  evidence: 'kept',
                  source,
                  section: block.section,
                },
              ];
            }),
      );
