import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { foldText } from '../../words/fold.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import { isKnownNoun } from '../known-noun.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { isDataNoun } from './bracketed.ts';

/** A point of requirements that is a name, a colon and attributes: "**Employee profile**: name, number, department, hire date". */
export const colonLists: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    block.kind === 'item' &&
    isAboutService(reading.kinds[block.section]) &&
    reading.kinds[block.section] !== 'data'
      ? claimsOf(block, reading)
      : [],
  );

function claimsOf(block: Block, reading: Reading): readonly Claim[] {
  const { vocabulary } = reading;
  const found = /^([^:：\n]{2,40})\s*[:：]\s*([^\n]{8,400})$/u.exec(
    block.text.replace(/\s*\n\s*/g, ' '),
  );
  if (found === null) return [];
  const name =
    registered(found[1] ?? '', vocabulary) ??
    entityName(
      (found[1] ?? '').replace(/profile?$/i, (word) => (word === found[1] ? word : '')),
      vocabulary,
    );
  const parts = splitList(found[2] ?? '', vocabulary);
  const fields = parts
    .map((part) => readField(part.text, vocabulary))
    .filter((field) => field !== undefined && field.name.split(/\s+/).length <= 3);
  if (
    name !== undefined &&
    /[^\x20-\x7e\u00c0-\u024f]/.test(name.name) &&
    !isKnownNoun(name.name, vocabulary)
  )
    return [];
  if (name === undefined || parts.length < 3 || fields.length < parts.length) return [];
  const known = fields.filter(
    (field) => field !== undefined && isDataNoun(field.name, reading),
  ).length;
  if (known < fields.length * 0.4) return [];
  const shape = { source: block.span, section: block.section };
  return [
    { kind: 'entity', name: name.name, also: name.also, evidence: 'described', ...shape },
    ...fields.flatMap((field): Claim[] =>
      field === undefined
        ? []
        : [
            {
              kind: 'field',
              entity: name.name,
              name: field.name,
              facts: field.facts,
              declared: false,
              evidence: 'described',
              ...shape,
            },
          ],
    ),
  ];
}

/** "Register pets: name, breed, …" is about pets. */
function registered(label: string, vocabulary: Reading['vocabulary']): EntityName | undefined {
  const verb = vocabulary.pattern(
    'verb-first',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})\\s`, 'u'),
  );
  return verb.test(foldText(label)) ? objectBefore(label, vocabulary) : undefined;
}
