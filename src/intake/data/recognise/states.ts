import type { EnumValue } from '#blueprint';
import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Block } from '../../document/document.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { matchText } from '../../words/match-text.ts';

const kind =
  '(?:(?:\\p{L}+ )?(?:status|state|type|category|priority|severity|condition|stage|phase|level|kind|visibility|mode|method))';
const plural =
  '(?:(?:\\p{L}+ )?(?:status(?:es)?|states|types|categories|priorities|stages|phases|levels|kinds|modes|methods))';
const noun = '[\\p{L}][\\p{L} -]{1,30}?';
const being =
  '(?:(?:can|could|may|must|should|shall|will|has to|is always|is|are)\\s+)+(?:either\\s+|only\\s+)?(?:be\\s+|take\\s+|have\\s+)?(?:(?:one|any) of(?:\\s+|(?=:))|either\\s+)?(?:the\\s+)?(?:following\\s+)?(?:values?|states?|statuses|options)?\\s*:?\\s*';

/** Words that only a state is called by. */
const condition =
  '(?:free|open|closed|active|inactive|available|unavailable|in use|in progress|in repair|draft|new|done|taken|occupied|vacant|empty|full|pending|idle|busy|overdue|expired|paid|unpaid|online|offline|enabled|disabled|lost|broken|planned|ready|resolved|completed|delivered)';

/** English sentences that say which values a field takes, each with `field`, `values` and mostly `entity`. */
const shapes: readonly RegExp[] = [
  // "The status of a loan can be requested, approved or returned."
  new RegExp(
    `^(?:the\\s+)?(?<field>${kind})\\s+of\\s+(?:an?|the|each|every|all)\\s+(?<entity>${noun})\\s+${being}(?<values>.+)$`,
    'iu',
  ),
  // "A loan's status may be …", "The loan status is one of …"
  new RegExp(
    `^(?:(?:an?|the|each|every)\\s+)?(?<entity>${noun})(?:['’]s?)?\\s+(?<field>${kind})\\s+${being}(?<values>.+)$`,
    'iu',
  ),
  // "Loan status: open, overdue, returned", "Loan statuses - open / closed"
  new RegExp(
    `^(?:(?<entity>${noun})(?:['’]s?)?\\s+)?(?:possible\\s+)?(?<field>${plural}|${kind})\\s*(?:values?|options)?\\s*(?:[:=]|\\s[–-]\\s|\\s*(?=\\())\\s*(?<values>.+)$`,
    'iu',
  ),
  // "Each loan has a status: open or closed", "An order has one of the following statuses: …"
  new RegExp(
    `^(?:an?|the|each|every|all)\\s+(?<entity>${noun})\\s+(?:can |may |must |will |should |shall )*(?:has|have|be in|(?:is|are)(?: (?:therefore|always|then|thus))* in)\\s+(?:an?\\s+|its\\s+)?(?:(?:exactly )?one of\\s+)?(?:(?:the|these|those)\\s+)?(?:following\\s+)?(?:\\w+ )?(?<field>${plural}|${kind})\\s*(?::|\\(|\\s[–-]\\s|of\\s+(?:either\\s+)?|which (?:is|can be|may be) (?:one of )?)\\s*(?<values>.+)$`,
    'iu',
  ),
  // "A room is either free or taken."
  new RegExp(
    `^(?:an?|the|each|every|all)\\s+(?<entity>${noun})\\s+(?:(?:can|may|must|will|should|shall)\\s+be|is|are)\\s+either\\s+(?<values>.+)$`,
    'iu',
  ),
  // "A repair goes from received to in progress, then to ready", "passes through the stages …"
  new RegExp(
    `^(?:an?|the|each|every)\\s+(?<entity>${noun})\\s+(?:(?:can|may|must|shall|should|will|always)\\s+)*(?:goes?|moves?|pass(?:es)?|progress(?:es)?|transitions?|flows?)\\s+(?:from|through|via)\\s+(?:the\\s+)?(?:following\\s+)?(?:states|statuses|stages|steps|phases)?\\s*:?\\s*(?<flow>.+)$`,
    'iu',
  ),
  // "A room can be free, reserved or in use": its first words are states, not what is done with it.
  new RegExp(
    `^(?:an?|the|each|every|all)\\s+(?<entity>${noun})\\s+(?:(?:can|may|must|will|should|shall)\\s+be|is)\\s+(?<values>(?:in )?${condition}(?:,.+)?,? or .+|.+, ${condition},? or .+|.+ or (?:in )?${condition})$`,
    'iu',
  ),
];

/** "PATCH /claims/{id} – changes the status: new, accepted, paid": of what the path holds. */
const ofPath = new RegExp(
  `^(?:PATCH|PUT|POST)\\s+\\S*?\\/(?<entity>[a-z][a-z_-]{2,30})\\/(?:\\{\\w+\\}|:\\w+)\\S*\\s*[–—:-]?\\s*(?:changes?|sets?|updates?|modif(?:y|ies))\\s+the\\s+(?<field>${kind})\\s*(?:[:(]|to(?: one of)?)\\s*(?<values>.+)$`,
  'iu',
);

/** The values that a field takes, where a sentence or a line says so: "The status of a loan can be open, overdue or returned." */
export const stateValues: Recogniser = (reading) => {
  const { document, kinds } = reading;
  const claims: Claim[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'heading' || block.kind === 'code' || !isAboutService(kinds[block.section]))
      continue;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 300) continue;
      const found = stateIn(plainSentence(sentence.text).replace(/\.$/, ''), block, reading);
      if (found === undefined) continue;
      const shape = {
        source: spanIn(document, block, sentence.start, sentence.end),
        section: block.section,
      };
      claims.push(
        ...(found.isNamed
          ? [{ kind: 'entity', name: found.entity, evidence: 'described', ...shape } as const]
          : []),
        {
          kind: 'field',
          entity: found.entity,
          name: found.field,
          facts: { values: found.values },
          declared: false,
          evidence: 'mentioned',
          ...shape,
        },
      );
    }
  }
  return claims;
};

/** "The state of a booking", "each booking": it is spoken of as one of many. */
const determined = /(?:^|\s)(?:an?|each|every)\s/i;

interface States {
  /** The sentence names the entity, and as one of many. */
  readonly isNamed: boolean;
  readonly entity: string;
  readonly field: string;
  readonly values: readonly EnumValue[];
}

function stateIn(text: string, block: Block, reading: Reading): States | undefined {
  const { vocabulary, document } = reading;
  for (const shape of [...shapes, ofPath]) {
    const groups = matchText(shape, text)?.groups;
    if (groups === undefined) continue;
    const values = valuesIn(
      groups['flow'] === undefined ? (groups['values'] ?? '') : stepsOf(groups['flow'], block.text),
      reading,
    );
    const owner = groups['entity'] ?? document.sections[block.section]?.title ?? '';
    const entity = entityName(owner, vocabulary, true)?.name;
    // "In one of the following states" names no field: it is the status.
    const isUnnamed =
      /\sin\s+(?:one|any) of\s/i.test(text) && /^states?$/i.test(groups['field'] ?? '');
    const called = isUnnamed ? 'status' : (groups['field'] ?? 'status');
    const field = readField(singular(called), vocabulary)?.name;
    if (values !== undefined && entity !== undefined && field !== undefined)
      return {
        entity,
        field,
        values,
        isNamed: determined.test(groups['entity'] === undefined ? '' : text),
      };
  }
  return undefined;
}

/** "From received to in progress, then to ready", and where "it can be cancelled" besides. */
function stepsOf(flow: string, around: string): string {
  const steps = flow
    .split(/\s+(?:when|once|if|after|before|until|as soon as|by)\s/i)[0]
    ?.replace(
      /(?:\s*,)?\s*(?:and\s+)?(?:(?:then|finally|afterwards|next|lastly)\s+)?(?:\bto\b|→|->)\s*|(?:\s*,)?\s+(?:and\s+)?(?:then|finally|afterwards|next|lastly)\s+/gi,
      ', ',
    );
  const besides = [
    ...around.matchAll(
      /\bit (?:can|may) (?:also )?be (\p{L}+ed)(?= until| before| unless| at any| while| from)/giu,
    ),
  ].map((found) => found[1] ?? '');
  return [steps ?? '', ...besides].join(', ');
}

function singular(field: string): string {
  return field
    .replace(/statuses$/i, 'status')
    .replace(/ies$/i, 'y')
    .replace(/(?<!u)s$/i, '');
}

/** Two short words or more, none of them a clause; "or" or a slash or a comma between. */
function valuesIn(text: string, { vocabulary }: Reading): readonly EnumValue[] | undefined {
  const inner = text
    .replace(/^[([]\s*/, '')
    .replace(/\s*[)\]]\s*$/, '')
    .replace(/\s*(?:[/|]|\bor\b|,\s*or\b)\s*/gi, ', ');
  const parts = splitList(inner, vocabulary).map((part) =>
    part.text.replace(/^[`"'“*_]+|[`"'”*_]+$/g, '').trim(),
  );
  const isShort = parts.every(
    (part) =>
      part.split(/\s+/).length <= 3 &&
      part.length <= 30 &&
      /^[\p{L}][\p{L}\p{N} _-]*$/u.test(part) &&
      !/^(?:by|to|for|when|if|the|an?|not|changed|updated|edited|set|shown|displayed|visible|required|unique|optional|mandatory|string|text|varchar|int|integer|enum|boolean|etc)\b/i.test(
        part,
      ),
  );
  const distinct = [...new Set(parts)];
  return distinct.length >= 2 && distinct.length <= 20 && isShort
    ? distinct.map((value) => ({ value, label: value }))
    : undefined;
}
