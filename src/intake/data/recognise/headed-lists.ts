import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import type { Sentence } from '../../words/sentences.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import { isBelievable, isBeside } from '../believable.ts';
import { declaredName } from '../certain-name.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import { isDoing, isSaid } from '../enumerate/find-enumeration.ts';
import { is } from '../enumerate/noun-phrase.ts';
import { tokensOf, wordClasses } from '../enumerate/tokens.ts';
import type { WordClasses } from '../enumerate/tokens.ts';
import { plainHeading } from '../heading-entity.ts';
import { placesOf } from '../places.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { nounFields } from './noun-fields.ts';
import type { NounField } from './noun-fields.ts';

/** More sections whose lists are of other things than attributes. */
const without: ReadonlySet<SectionKind> = new Set(['roles', 'integrations', 'rules']);

/**
 * Sentences without a verb that name attributes of what stands above or before them: "Serial number, maker and the
 * date of purchase." below "Instrument", "Written by the nurse: dose, time" below "Doses", "*Rooms.* Label, floor."
 * @param heard what was claimed already
 */
export function headedLists(
  reading: Reading,
  heard: readonly Claim[],
  attributes: AttributeWords,
): readonly Claim[] {
  const { document, kinds, language } = reading;
  const classes = wordClasses(language);
  if (classes === undefined) return [];
  const isTaken = placesOf(heard);
  const claims: Claim[] = [];
  for (const block of document.blocks) {
    const kind = kinds[block.section] ?? 'unknown';
    if (block.kind !== 'paragraph' || !isBelievable(kind)) continue;
    const heading =
      kind === 'data' || kind === 'ui' ? ownHeading(block, reading) : plainHeading(block, reading);
    let owner = heading !== undefined && isPlain(heading.name, classes) ? heading : undefined;
    let isLabelled = false;
    for (const [index, sentence] of statementsOf(block).entries()) {
      // "Condition reports" are a page of figures, but for "Written by the conservator: date, condition".
      if (
        sentence.text.length > 600 ||
        ((isBeside(kind) || without.has(kind)) && !isMade(sentence.text))
      )
        continue;
      const label = index === 0 ? labelOf(sentence, kind, reading, classes) : undefined;
      if (label !== undefined) {
        owner = label;
        isLabelled = true;
        continue;
      }
      const source = spanIn(document, block, sentence.start, sentence.end);
      const isSure = kind === 'data' || isLabelled || isMade(sentence.text);
      const fields =
        owner === undefined || isTaken(source)
          ? undefined
          : fieldsOf(sentence, isSure, reading, attributes, classes);
      if (owner === undefined || fields === undefined) continue;
      claims.push(...claimsOf(owner, fields, { source, section: block.section }));
    }
  }
  return claims;
}

function ownHeading(block: Block, reading: Reading): EntityName | undefined {
  const section = reading.document.sections[block.section];
  return section === undefined || section.depth === 0
    ? undefined
    : declaredName(section, reading, false);
}

/** "Rooms." at the beginning of a paragraph. */
function labelOf(
  { text }: Sentence,
  kind: SectionKind,
  { vocabulary }: Reading,
  classes: WordClasses,
): EntityName | undefined {
  const name = /^(\p{L}[^.:,;()]{2,40})[.:]$/u.exec(plainSentence(text))?.[1];
  return name === undefined || name.split(' ').length > 3 || !isPlain(name, classes)
    ? undefined
    : entityName(name, vocabulary, kind === 'data');
}

/** A noun, no clause and no two of them. */
function isPlain(text: string, classes: WordClasses): boolean {
  return !tokensOf(text, classes).some((token) =>
    is(token, 'have', 'is', 'it', 'which', 'who', 'not', 'and', 'or', 'article', 'each'),
  );
}

/** "Written by the conservator for one object:", "Set up by us once:": how it comes about is no attribute. */
const made =
  /^(?:written|set up|filled in|entered|kept|recorded|created|maintained|managed|prepared|drawn up|imported|issued|signed|erfasst|gepflegt|angelegt|gefuhrt|ausgefullt|geschrieben|eingetragen|remplie?s?|saisie?s?|tenue?s?|etablie?s?|creee?s?|redigee?s?|renseignee?s?|rellenad[oa]s?|registrad[oa]s?|escrit[oa]s?|cread[oa]s?|gestionad[oa]s?|preenchid[oa]s?|criad[oa]s?|mantid[oa]s?|compilat[oaie]|registrat[oaie]|scritt[oaie]|creat[oaie]|gestit[oaie]) /u;

function isMade(text: string): boolean {
  return made.test(foldText(text).slice(0, 40));
}

/** The attributes of a sentence that is nothing but a list of them. */
function fieldsOf(
  sentence: Sentence,
  isSure: boolean,
  reading: Reading,
  attributes: AttributeWords,
  classes: WordClasses,
): readonly NounField[] | undefined {
  const text = plainSentence(sentence.text).replace(/\s*[.;]+$/u, '');
  const said = /^(?<lead>[^:]{3,100}):\s+(?<list>.+)$/su.exec(text)?.groups;
  if (said !== undefined && !isMade(said['lead'] ?? '')) return undefined;
  const list = said?.['list'] ?? text;
  if (/[:{}]|→|->/u.test(list.replace(/[(（][^()（）]*[)）]/gu, ''))) return undefined;
  const fields = nounFields(list, reading, 2);
  const [first] = fields ?? [];
  if (fields === undefined || first === undefined || first.start > 3) return undefined;
  // "A plot has a number, a size": that has a verb.
  const words = first.text
    .replace(/^(?:an?|une?|un|una|uma?|eine?) /iu, '')
    .replace(/[(（].*$/u, '');
  if (words.split(' ').length > 4 || !isPlain(words, classes)) return undefined;
  if (fields.length < splitList(list, reading.vocabulary).length - (isSure ? 1 : 0))
    return undefined;
  if (isDoing(fields, reading) || isSaid(fields, { kind: 'bare' })) return undefined;
  const { mean, sure } = attributes.of(fields);
  const beginning = attributes.of([first]).mean;
  if (beginning < (isSure ? 0.4 : 0.9)) return undefined;
  const isList = isSure ? sure >= 1 && mean >= 0.6 : fields.length >= 3 && sure >= 2 && mean >= 0.7;
  return isList ? fields : undefined;
}

function claimsOf(
  { name, also }: EntityName,
  fields: readonly NounField[],
  place: Pick<Claim, 'source' | 'section'>,
): readonly Claim[] {
  return [
    { kind: 'entity', name, also, evidence: 'described', ...place },
    ...fields.map(({ field }): Claim => ({
      kind: 'field',
      entity: name,
      name: field.name,
      also: field.alias === undefined ? [] : [field.alias],
      facts: field.facts,
      declared: field.declared,
      evidence: 'described',
      ...place,
    })),
  ];
}
