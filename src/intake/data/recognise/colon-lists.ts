import { isFlags } from '../../declaration/is-flags.ts';
import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { numberOf } from '../../names/number.ts';
import { foldText } from '../../words/fold.ts';
import { sentencesOf } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import { isKnownNoun } from '../known-noun.ts';
import { objectBefore } from '../object-before.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';
import { isDataNoun } from '../data-noun.ts';

/**
 * A name, a colon and attributes: "**Employee profile**: name, number, department, hire date" as a point, a line or a
 * sentence; also "Sample – a tube. Attributes: barcode, material", where the line begins with the name.
 */
export const colonLists: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) => {
    const kind = reading.kinds[block.section];
    if (!isAboutService(kind)) return [];
    if (block.kind === 'item' && kind !== 'data')
      return claimsOf(block.text.replace(/\s*\n\s*/g, ' '), 0, block, reading);
    if (block.kind === 'row')
      return statementsOf(block).flatMap(({ text, start }) =>
        claimsOf(plainSentence(text), start, block, reading),
      );
    return block.kind === 'paragraph' ? inParagraph(block, reading) : [];
  });

/** Each line for itself where all are such lines, else each sentence. */
function inParagraph(block: Block, reading: Reading): readonly Claim[] {
  if (block.text.length > 4000) return [];
  let start = 0;
  const lines = block.text.split('\n').map((text) => {
    const line = { text, start };
    start += text.length + 1;
    return line;
  });
  // "Member (number, name)" in each line.
  const brackets = lines.map(({ text }) => inBrackets.exec(text));
  if (lines.length > 1 && brackets.every((found) => found !== null)) {
    const beside = namesOf(brackets.map((found) => found?.[1] ?? ''));
    return brackets.flatMap((found, index) =>
      claimsOf(`${found?.[1]}: ${found?.[2]}`, lines[index]?.start ?? 0, block, reading, {
        isListed: true,
        beside,
      }),
    );
  }
  const isList = lines.length > 1 && lines.every(({ text }) => labelled.test(text));
  const units = isList ? lines : [{ text: block.text, start: 0 }];
  const beside = namesOf(isList ? lines.map(({ text }) => labelled.exec(text)?.[1] ?? '') : []);
  return units.flatMap((unit) =>
    sentencesOf(unit).flatMap((sentence) =>
      claimsOf(plainSentence(sentence.text), unit.start + sentence.start, block, reading, {
        leading: sentence.start > 0 ? labelled.exec(unit.text)?.[1] : undefined,
        isListed: isList,
        beside,
      }),
    ),
  );
}

/** What the lines of a list are about: where one of them is named in another, it is a reference. */
function namesOf(labels: readonly string[]): ReadonlySet<string> {
  return new Set(
    labels.flatMap((label) => [foldText(label), numberOf(foldText(label), 'en').singular]),
  );
}

const labelled = /^\s*(\p{L}[^:：\n.]{1,40}?)\s*(?:[:：]|\s[–—-]\s)/u;
const withColon = /^([^:：\n]{2,40})\s*[:：]\s*([^\n]{8,400})$/u;
const withDash = /^([^:：\n]{2,40}?)\s*(?:[:：]|\s[–—-](?=\s))\s*([^\n]{8,400})$/u;
const typeWord =
  /^(?:string|text|date|datetime|timestamp|integer|int|number|decimal|boolean|money|uuid|e-?mail|url)$/i;
const demanded =
  /^(?:after|before|until|between|at (?:least|most)|up to|no (?:more|less|later|earlier)|not?|never|must|cannot|can't|may not|only|later than|earlier than|in the (?:past|future)|greater|less|more|(?:a )?multiple of)\s/i;
const inBrackets = /^\s*(\p{Lu}[\p{L} ]{1,30}?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?\s*$/u;
/** What a thing is entered in or shown as: the form of a loan has the fields of a loan. */
const shown =
  /(?<=\p{L}{2}\s{0,2})(?:profile?|(?:(?:entry|input|registration) )?forms?|pdfs?|screens?)$/iu;
const attributes =
  /^(?:(?:its|the|main|key) )?(?:attributes|fields|properties|columns|data|details|information)(?: stored| kept)?$/i;

interface Place {
  readonly leading?: string | undefined;
  readonly isListed?: boolean;
  readonly beside?: ReadonlySet<string>;
}

/**
 * `leading` is what the line began with, for "Attributes: …" that follows on it; `isListed`: one of several such lines,
 * so that even a "Menu" is meant as a record; `beside`: what the other lines are about.
 */
function claimsOf(
  text: string,
  start: number,
  block: Block,
  reading: Reading,
  { leading, isListed = false, beside }: Place = {},
): readonly Claim[] {
  const { vocabulary } = reading;
  const found = (isListed ? withDash : withColon).exec(text);
  // "De cada socio se guardará: nombre, …" is a sentence with a verb, which is read as one.
  const isSentence = vocabulary.lexicons.some(
    ({ language, has }) =>
      language !== 'en' && has.some((pattern) => pattern.test(plainSentence(text))),
  );
  if (found === null || isSentence) return [];
  const label = found[1] ?? '';
  const name = attributes.test(label)
    ? ownerOf(block, leading, reading)
    : (registered(label, vocabulary) ??
      entityName(label.replace(shown, ''), vocabulary, isListed) ??
      (isListed && /^\p{Lu}[\p{L} ]{2,30}$/u.test(label)
        ? { name: label, also: [], announced: true }
        : undefined));
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
  const known = fields.filter(
    (field) =>
      field !== undefined &&
      ((field.facts.type ?? field.facts.values ?? field.facts.required ?? field.facts.unique) !==
        undefined ||
        beside?.has(foldText(field.name)) === true ||
        isDataNoun(field.name, reading)),
  ).length;
  if (parts.some((part) => / with /i.test(part.text))) return [];
  // "Categories: "Ropes", "Sails"": what there is of them.
  if (parts.filter((part) => /["“”„«][.]?$/u.test(part.text)).length > 1) return [];
  // "sku: varchar(20), name: text": the first is a field like the others.
  const paired = parts
    .slice(1)
    .filter((part) => /^[\p{L}_][\p{L}\p{N}_ ]{0,30}[:：]\s/u.test(part.text));
  if (paired.length > 0 && paired.length >= (parts.length - 1) / 2) return [];
  // "shipping: date, after the order date" is one field, with a type and what is demanded of it.
  const [first, ...others] = parts.map((part) => part.text);
  const isOne = typeWord.test(first ?? '') || isDataNoun(label, reading);
  if (isOne && others.some((part) => demanded.test(part))) return [];
  // "witnesses: list of Person, required"
  if (others.some((part) => isFlags(part, vocabulary))) return [];
  if (name === undefined || parts.length < 2 || fields.length < parts.length) return [];
  if (parts.length === 2 ? known < 2 : known < fields.length * 0.4) return [];
  const source =
    block.kind === 'item'
      ? block.span
      : spanIn(reading.document, block, start, start + text.length);
  const shape = { source, section: block.section };
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

/** "Attributes: …" is about what its line begins with, else about what the heading names. */
function ownerOf(
  block: Block,
  leading: string | undefined,
  { document, vocabulary }: Reading,
): EntityName | undefined {
  const title = document.sections[block.section]?.title ?? '';
  return leading === undefined
    ? (objectBefore(title, vocabulary) ?? entityName(title, vocabulary))
    : (entityName(leading, vocabulary, true) ??
        (/^\p{Lu}[\p{L} ]{2,30}$/u.test(leading)
          ? { name: leading, also: [], announced: true }
          : undefined));
}

/** "Register pets: name, breed, …" is about pets. */
function registered(label: string, vocabulary: Reading['vocabulary']): EntityName | undefined {
  const verb = vocabulary.pattern(
    'verb-first',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})\\s`, 'u'),
  );
  return verb.test(foldText(label)) ? objectBefore(label, vocabulary) : undefined;
}
