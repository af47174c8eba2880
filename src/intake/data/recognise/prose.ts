import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { kindOfTitle } from '../../sections/classify-sections.ts';
import { levelled } from '../levelled.ts';
import { isPerson } from '../person.ts';
import { foldText } from '../../words/fold.ts';
import { statementsOf } from '../statements-of.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { isKnownNoun } from '../known-noun.ts';
import { isDataNoun } from '../data-noun.ts';
import { isWhole } from './brief-requests.ts';
import { isWide, nounFields } from './noun-fields.ts';
import type { NounField } from './noun-fields.ts';
import { entityName, foldKeepingLength, isStopNoun } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { objectBefore } from '../object-before.ts';
import { plainSentence } from '../plain-sentence.ts';
import { lastNoun, nounBefore } from '../noun-before.ts';
import { subjectIn, withSubject } from '../subject-before.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { matchText } from '../../words/match-text.ts';

/** Sentences that give a thing its fields: "A task has a title, a due date and a status", "clientes, incluyendo nombre y teléfono". */
export const prose: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const block of reading.document.blocks) {
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      !isAboutService(reading.kinds[block.section])
    )
      continue;
    let subject: string | undefined;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 1500) continue;
      const named = subject === undefined ? sentence : withSubject(sentence, subject);
      claims.push(...having(named, block, reading), ...including(named, block, reading));
      subject = subjectIn(named.text, reading) ?? subject;
    }
  }
  return claims;
};

function having(sentence: Sentence, block: Block, reading: Reading): readonly Claim[] {
  const text = levelled(plainSentence(sentence.text));
  for (const clause of clausesOf(text, reading)) {
    const direct = havingIn(clause, sentence, block, reading);
    if (direct.length > 0) return direct;
  }
  // "Registra data e valor" below "Empréstimos": the heading is the subject.
  const title = reading.document.sections[block.section]?.title ?? '';
  const isAboutOne = !hasSubject(text, reading) && kindOfTitle(title) === 'unknown';
  const subject = isAboutOne ? entityName(title, reading.vocabulary) : undefined;
  return subject === undefined || block.kind === 'row'
    ? []
    : havingIn(
        `${subject.name} ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
        sentence,
        block,
        reading,
      );
}

/** A long Chinese or Japanese sentence says what has what in a clause after a comma; a brief request after a colon. */
function clausesOf(text: string, { language, brief }: Reading): readonly string[] {
  const labelled =
    /^[\p{L} -]{2,40}[:：]\s+((?:each|every|an?|the|all|for (?:each|every))\s.+)$/iu.exec(
      text,
    )?.[1];
  const clauses = brief
    ? text.split(/[:：;]\s+/).slice(0, 8)
    : labelled === undefined
      ? []
      : [labelled];
  if (language !== 'zh' && language !== 'ja') return [text, ...clauses];
  const commas = [...text.matchAll(/[，、]/gu)]
    .slice(0, 3)
    .map((comma) => text.slice(comma.index + 1));
  return [text, ...clauses, ...commas];
}

/** "The system must …" has a subject of its own, though it is no record. */
function hasSubject(text: string, { vocabulary }: Reading): boolean {
  return vocabulary.lexicons.some((lexicon) =>
    lexicon.has.some((pattern) => matchText(pattern, text)?.groups?.['entity'] !== undefined),
  );
}

function havingIn(
  text: string,
  sentence: Sentence,
  block: Block,
  reading: Reading,
): readonly Claim[] {
  for (const lexicon of reading.vocabulary.lexicons) {
    for (const pattern of lexicon.has) {
      const groups = matchText(pattern, text)?.groups;
      // "**Response:** The system records …": what stands before the colon is no part of the subject.
      const entity = groups?.['entity']?.replace(/^[^:：]{1,60}[:：]\s+/u, '');
      const list = groups?.['fields'];
      if (entity === undefined || list === undefined) continue;
      const name = believed(
        entityName(entity, reading.vocabulary) ?? declaredNoun(entity, text, list, reading),
        reading,
      );
      if (name === undefined || wholes.test(foldText(name.name))) continue;
      // "A nurse records the dose, the time and the ward": of what a person does, nothing is an attribute of hers.
      const isSubject = text.indexOf(entity) < 10 && !/^for\s/i.test(text);
      if (isSubject && isPerson(name.name) && acting.test(text)) continue;
      const fields = nounFields(list, reading, 1);
      if (fields === undefined) continue;
      const [first] = fields;
      if (isAside(text.slice(0, text.indexOf(list)), list, fields, reading)) continue;
      if (fields.length > 1) return claimsOf(name, fields, sentence, block, reading, 'described');
      // "X is recorded in the loan" names one field as often as several.
      const isReversed = lexicon.language !== 'en' && text.indexOf(list) < text.indexOf(entity);
      const evidence = isReversed ? 'described' : first && strengthOfOne(list, first, reading);
      if (evidence !== undefined) return claimsOf(name, fields, sentence, block, reading, evidence);
    }
  }
  return [];
}

/** "Each space has a label, a level and a fee": three things that one of it has make a record of any word. */
function declaredNoun(
  entity: string,
  text: string,
  list: string,
  reading: Reading,
): EntityName | undefined {
  if (!/^(?:an?|each|every|for (?:an?|each|every)) /i.test(text) || /\d/.test(entity))
    return undefined;
  const name = entityName(entity, reading.vocabulary, true);
  const fields = name === undefined ? undefined : nounFields(list, reading, 3);
  const known = fields?.filter(({ field }) => isDataNoun(field.name, reading)).length ?? 0;
  return fields !== undefined && known >= 2 && known * 2 >= fields.length ? name : undefined;
}

/**
 * One noun alone is a field where an article goes before it ("each bottle has a vintage", not "users have access");
 * that of data says that its owner is kept, too.
 */
function strengthOfOne(
  list: string,
  { field }: NounField,
  reading: Reading,
): 'described' | 'mentioned' | undefined {
  const { vocabulary } = reading;
  const isWhole =
    field.name.split(/\s+/).length <= 3 &&
    !/\d|\s(?:with|for|to|that|which|in|on|from|by|and|or)\s/i.test(field.name);
  if (isWide(list) || !isWhole || severals.test(foldText(list))) return undefined;
  if (isDataNoun(field.name, reading)) return 'described';
  if (field.facts.required === true || field.facts.unique === true) return 'described';
  const isOne = /^(?:its own|an?|one|the|exactly one|uno?|una|uma?|eine?[nrs]?|une)\s/iu.test(list);
  return isOne && !isStopNoun(foldText(field.name), vocabulary) ? 'mentioned' : undefined;
}

/** "A pet with a vet" is no record: what follows "with" are several fields, and without articles known as such. */
function isAside(
  before: string,
  list: string,
  fields: readonly NounField[],
  reading: Reading,
): boolean {
  if (!/\swith(?: the following)? $/i.test(before)) return false;
  const known = fields.filter(({ field }) => isDataNoun(field.name, reading)).length;
  return fields.length < 2 || (!/^(?:an?|the|its) /i.test(list) && known * 2 < fields.length);
}

const acting =
  /\s(?:records?|stores?|keeps?|logs?|tracks?|captures?|lists?|registers?|enters?|(?:be able to|can|may) \p{L}+)\s/iu;

/** "An inventory application with a list and a map" is what is asked for, "a search page" a part of it. */
const wholes =
  /(?:^|\s)(?:systems?|applications?|apps?|software|platforms?|websites?|services?|pages?|screens?|forms?|interfaces?|dashboards?|buttons?|menus?|apis?|tools?|databases?|backends?|views?|dialogs?)$/;

/** "One or more lines" are no field but records of their own. */
const severals =
  /(?<![a-z])(?:or more|several|many|multiple|various|(?:ou|o|oder) (?:mais|mas|plusieurs|varios|varias|mehrere\w*)|varios|varias|muchos|muchas|muitos|muitas|plusieurs|mehrere|viele)(?![a-z])/u;

/** "manage products with SKU, name and stock": the noun before, the fields after. */
function including(sentence: Sentence, block: Block, reading: Reading): readonly Claim[] {
  const text = plainSentence(sentence.text);
  const pieces = reading.brief ? text.split(/(?<=[;:：])\s+/).slice(0, 8) : [text];
  return pieces.flatMap((piece, index) => {
    const found = [
      includingIn(piece, reading),
      announcedIn(piece, reading, pieces.slice(0, index).join(' ')),
    ];
    return found.flatMap((inclusion) =>
      inclusion === undefined
        ? []
        : claimsOf(inclusion.name, inclusion.fields, sentence, block, reading, 'described'),
    );
  });
}

interface Inclusion {
  readonly name: EntityName;
  readonly fields: readonly NounField[];
}

function includingIn(text: string, reading: Reading): Inclusion | undefined {
  const usable = foldKeepingLength(text);
  for (const lexicon of reading.vocabulary.lexicons) {
    const pattern = reading.vocabulary.pattern(
      `including/${lexicon.language}`,
      () =>
        new RegExp(
          `(?:,\\s*|\\s+|(?=[(（]))(?:${lexicon.including})(?:(?<=[^\\p{L}])|(?![a-z\\u00df-\\u024f\\p{Script=Cyrillic}]))\\s*[:：]?\\s*`,
          'gu',
        ),
    );
    for (const found of usable.matchAll(pattern)) {
      const head = text.slice(0, found.index);
      const after = withinBracket(text.slice(found.index + found[0].length));
      const fields = nounFields(after, reading, 2);
      if (fields === undefined) continue;
      // "specialties such as hands or sports": examples, not attributes.
      if (
        /such as|like/iu.test(found[0]) &&
        !fields.some(({ field }) => isDataNoun(field.name, reading))
      )
        continue;
      // "a blog with posts and comments": these are records of their own.
      if (
        reading.brief &&
        isWhole(
          fields.map(({ field }) => field.name),
          reading,
        )
      )
        continue;
      const name = believed(
        objectBefore(head, reading.vocabulary) ??
          (reading.brief ? lastNoun(head, reading) : undefined) ??
          nounBefore(
            head,
            after,
            fields.map(({ field }) => field.name),
            reading,
          ),
        reading,
      );
      if (name !== undefined) return { name, fields };
    }
  }
  return undefined;
}

/**
 * "Manage invoices: number, customer, total"
 * @param before what the sentence said before this piece of it
 */
function announcedIn(text: string, reading: Reading, before: string): Inclusion | undefined {
  const fields =
    reading.brief && /[:：]\s*$/.test(before) ? nounFields(text, reading, 3) : undefined;
  const name =
    fields === undefined
      ? undefined
      : objectBefore(before.trimEnd().replace(/[:：]$/, ''), reading.vocabulary);
  return fields === undefined || name === undefined ? undefined : { name, fields };
}

/** Up to the bracket that was open before; "DNI (único), teléfono" keeps its own. */
function withinBracket(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('(（'.includes(text[at] ?? '')) depth += 1;
    else if (')）'.includes(text[at] ?? '') && (depth -= 1) < 0) return text.slice(0, at);
  }
  return text;
}

/** Without word boundaries a name is believed only when it is made of known words. */
function believed(name: EntityName | undefined, { vocabulary }: Reading): EntityName | undefined {
  return name !== undefined && isWide(name.name) && !isKnownNoun(name.name, vocabulary)
    ? undefined
    : name;
}

function claimsOf(
  name: EntityName,
  fields: readonly NounField[],
  sentence: Sentence,
  block: Block,
  { document }: Reading,
  evidence: 'described' | 'mentioned',
): readonly Claim[] {
  const source = spanIn(document, block, sentence.start, sentence.end);
  const shape = { source, section: block.section };
  return [
    { kind: 'entity', name: name.name, also: name.also, evidence, ...shape },
    ...fields.map(({ field }): Claim => ({
      kind: 'field',
      entity: name.name,
      name: field.name,
      also: field.alias === undefined ? [] : [field.alias],
      facts: field.facts,
      declared: field.declared,
      evidence,
      ...shape,
    })),
  ];
}
