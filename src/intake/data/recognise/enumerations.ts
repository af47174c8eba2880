import type { Block } from '../../document/document.ts';
import type { SourceSpan } from '#diagnostics';
import type { FieldReading } from '../../declaration/read-field.ts';
import { spanIn } from '../../document/span-in.ts';
import type { SectionKind } from '../../sections/section-kind.ts';
import { attributeLists } from './attribute-lists.ts';
import { headedLists } from './headed-lists.ts';
import { isWhole } from './brief-requests.ts';
import { foldText } from '../../words/fold.ts';
import { matchText } from '../../words/match-text.ts';
import { stemPhrase } from '../../words/stem.ts';
import { sentencesOf } from '../../words/sentences.ts';
import type { Sentence } from '../../words/sentences.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { attributeWords } from '../enumerate/attribute-score.ts';
import type { Enumeration } from '../enumerate/find-enumeration.ts';
import { findEnumeration } from '../enumerate/find-enumeration.ts';
import { findWideEnumeration } from '../enumerate/find-wide-enumeration.ts';
import { withNested } from '../enumerate/nested-attributes.ts';
import { saidAttributes } from '../enumerate/said-attributes.ts';
import { saidFlag } from '../enumerate/said-flag.ts';
import { singleAttribute } from '../enumerate/single-attribute.ts';
import type { SingleAttribute } from '../enumerate/single-attribute.ts';
import { GatheredStates } from '../enumerate/gathered-states.ts';
import { StoryTopics } from '../enumerate/story-topic.ts';
import { tokensOf, wordClasses } from '../enumerate/tokens.ts';
import type { Token } from '../enumerate/tokens.ts';
import { toldStates } from '../enumerate/told-states.ts';
import { topicOf } from '../enumerate/topic.ts';
import { plainHeading } from '../heading-entity.ts';
import { isWrittenFor } from '../no-name.ts';
import { levelled } from '../levelled.ts';
import { requirementSentence } from '../frames/requirement-sentence.ts';
import { GatheredAttributes } from '../enumerate/gathered-attributes.ts';
import { placesOf } from '../places.ts';
import { rowTopics } from '../row-topic.ts';
import { plainSentence } from '../plain-sentence.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';

/** Sections whose lists are of other things than attributes. */
const without: ReadonlySet<SectionKind> = new Set([
  'tech',
  'ui',
  'quality',
  'glossary',
  'questions',
]);
/** Here only "each X has …" is believed. */
const beside: ReadonlySet<SectionKind> = new Set(['overview', 'roles', 'integrations']);

/**
 * Sentences, points and cells that enumerate what a thing has, in whatever words. They are read where no other
 * recogniser has found attributes.
 * @param heard what was claimed already
 * @param hints what else is claimed: names that a list may refer to
 */
export function enumerations(
  reading: Reading,
  heard: readonly Claim[],
  hints: readonly Claim[] = [],
): readonly Claim[] {
  const { document, kinds, language } = reading;
  const classes = wordClasses(language);
  const names = new Set(
    [...heard, ...hints].flatMap((claim) =>
      claim.kind === 'entity' ? [stemPhrase(claim.name, language)] : [],
    ),
  );
  // "enter a reason" makes no record of reasons.
  const records = new Set(
    [...heard, ...hints].flatMap((claim) =>
      claim.kind === 'entity' && claim.evidence !== 'mentioned' && claim.evidence !== 'managed'
        ? [stemPhrase(claim.name, language)]
        : [],
    ),
  );
  const isRecord = (name: string) => records.has(stemPhrase(name, language));
  const isNamed = (name: string) => names.has(stemPhrase(name, language));
  const attributes = attributeWords(reading, isNamed);
  const find = (text: string, tokens: readonly Token[], isListed: boolean) =>
    classes === undefined
      ? findWideEnumeration(text, reading, attributes, isListed)
      : findEnumeration(text, tokens, reading, attributes, isListed);
  const tokensIn = (text: string) => (classes === undefined ? [] : tokensOf(text, classes));
  const namesOwner = (written: string) => {
    const text = levelled(plainSentence(written));
    return (find(text, tokensIn(text), true)?.owner.names.length ?? 0) > 0;
  };
  const points = attributeLists(reading, heard, attributes, namesOwner);
  const lists = [...points, ...headedLists(reading, [...heard, ...points], attributes)];
  for (const claim of lists)
    if (claim.kind === 'entity') names.add(stemPhrase(claim.name, language));
  const taken = placesOf([...heard, ...lists]);
  const listed = labelsIn(document.blocks);
  const claims: Claim[] = [...lists];
  const headingOf = (block: Block) =>
    stories.of(block.section) ??
    (block.kind === 'row' ? rowTopics(reading)(block) : undefined) ??
    plainHeading(block, reading);
  /** "A shipment is created.", "Packers record the carrier" below "Packing": of the shipment. */
  const aboutOf = (
    { fields }: Enumeration,
    heading: EntityName | undefined,
    kind: Block['kind'],
    before: EntityName | undefined,
  ) =>
    kind === 'item' &&
    before !== undefined &&
    isNamed(before.name) &&
    // "for the supplier name and address" says of what itself.
    !fields.some(({ field }) => field.name.includes(' ') && field.name.split(' ').some(isNamed)) &&
    (heading === undefined ||
      (language === 'en' && /^\p{L}+ing(?: and \p{L}+ing)?$/iu.test(heading.name)))
      ? before
      : heading;
  const told = new GatheredStates(language);
  const gathered = new GatheredAttributes(reading);
  const stories = new StoryTopics(reading);
  let last: { readonly section: number; readonly topic: EntityName | undefined } | undefined;
  for (const block of document.blocks) {
    const kind = kinds[block.section];
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      !isBelievable(kind) ||
      without.has(kind ?? 'unknown')
    )
      continue;
    const isListed = (listed.get(placeOf(block)) ?? 0) > 1;
    let topic: EntityName | undefined;
    stories.hear(block);
    const before = last?.section === block.section ? last.topic : undefined;
    for (const sentence of statementsIn(block)) {
      if (sentence.text.length > 1200) continue;
      const written = levelled(plainSentence(sentence.text));
      const asked = requirementSentence(written, reading, isNamed);
      const text = asked.isShown ? written : asked.text;
      topic = asked.about ?? topic;
      const tokens = tokensIn(text);
      // "They must accept the rules" in the next point is about whoever the last one spoke of.
      if (/^(?:they|it|he|she)$/.test(tokens[0]?.folded ?? '')) topic ??= before;
      const source = spanIn(document, block, sentence.start, sentence.end);
      const found = taken(source) || isWrittenFor(text) ? undefined : find(text, tokens, isListed);
      const least = beside.has(kind ?? 'unknown')
        ? 0.9
        : block.kind === 'row' && !((found?.score.sure ?? 0) > 2 && headingOf(block) !== undefined)
          ? 0.7
          : 0;
      const isParts =
        reading.brief &&
        found !== undefined &&
        isWhole(
          found.fields.map(({ field }) => field.name),
          reading,
        );
      if (isParts || (found !== undefined && found.owner.certainty < least)) {
        topic = undefined;
        continue;
      }
      const owners =
        found === undefined
          ? []
          : ownersOf(found, topic ?? aboutOf(found, headingOf(block), block.kind, before));
      if (found !== undefined && owners.length > 0)
        claims.push(
          ...withNested(
            claimsOf(found, owners, sentence, block, reading, asked.isNeeded),
            found.fields,
            reading,
            attributes,
          ),
        );
      for (const { name } of owners) names.add(stemPhrase(name, language));
      const single =
        found === undefined && !taken(source) ? singleAttribute(text, reading, isNamed) : undefined;
      const owner = single?.owner ?? topic;
      if (single !== undefined && owner !== undefined && isNamed(owner.name)) {
        claims.push(singleClaim(single, owner, source, block));
        continue;
      }
      const place = { source, section: block.section };
      const states = toldStates(sentence, block, reading);
      const stateOf =
        states?.owner !== undefined && isNamed(states.owner.name)
          ? states.owner
          : (topic ?? headingOf(block));
      if (states !== undefined && stateOf !== undefined) told.addStates(stateOf, states, place);
      const flag = kind === 'rules' ? undefined : saidFlag(bareSentence(text), language);
      const flagged =
        flag?.owner === undefined
          ? (topic ?? headingOf(block))
          : entityName(flag.owner, reading.vocabulary, true);
      if (flag !== undefined && flagged !== undefined) told.addFlag(flagged, flag, place);
      const said =
        found === undefined && !taken(source)
          ? saidAttributes(text, reading, attributes, { isNamed, isRecord })
          : undefined;
      const of = said?.owner ?? topic ?? headingOf(block);
      if (said !== undefined && of !== undefined) {
        const each = withNested(
          said.fields.map(({ field }) =>
            singleClaim({ field, owner: undefined }, of, source, block),
          ),
          said.fields,
          reading,
          attributes,
        );
        if (isNamed(of.name)) claims.push(...each);
        else gathered.add(of, each);
        topic ??= said.owner ?? topicOf(text, tokens, reading);
        continue;
      }
      // "A therapist can't have two" says no more of therapists.
      const isDenial = topic !== undefined && denying.test(text);
      const focus = headingOf(block);
      topic =
        owners[0] ??
        (focus !== undefined && speaksOf(text, focus) ? focus : undefined) ??
        (tokens.length > 1 && !isDenial ? topicOf(text, tokens, reading) : undefined) ??
        topic;
    }
    last = { section: block.section, topic };
  }
  return [...claims, ...gathered.claims(), ...told.claims([...heard, ...hints, ...claims])];
}

/** "To an invoice there may be several queries", below "Queries": of what the heading names. */
function speaksOf(text: string, { name }: EntityName): boolean {
  const folded = foldText(name);
  return folded.length > 4 && foldText(text).includes(folded.slice(0, -1));
}

const denying =
  /(?:n['’]t|(?:^|\s)(?:not|no|never|cannot|nicht|kein\p{L}*|ne|pas|não|non|nunca))(?=\s|$)/iu;

function bareSentence(text: string): string {
  return text.trim().replace(/\s*[.;]+$/u, '');
}

/** How many points of each list, and lines of each paragraph, begin with a name and go on with a list. */
function labelsIn(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue;
    const lines = block.text.split('\n');
    const count = lines.filter(
      (line) => matchText(labelled, line) !== null && line.split(/[,，、]/u).length > 2,
    ).length;
    if (count > 0) counts.set(placeOf(block), (counts.get(placeOf(block)) ?? 0) + count);
  }
  return counts;
}

function placeOf(block: Block): string {
  return block.kind === 'item' ? `list ${block.list}` : `block ${block.index}`;
}

/** Lines that all begin with a label are read each for itself: "Menus – date, dish". */
function statementsIn(written: Block): readonly Sentence[] {
  const block = { ...written, text: listedInline(written.text) };
  const lines = block.text.split('\n');
  if (
    block.kind === 'row' ||
    lines.length < 2 ||
    !lines.every((line) => matchText(labelled, line) !== null)
  )
    return statementsOf(block);
  let start = 0;
  return lines.flatMap((text) => {
    const from = start;
    start += text.length + 1;
    return sentencesOf({ text }).map((one) => ({
      ...one,
      start: one.start + from,
      end: one.end + from,
    }));
  });
}

/** "The report takes: the flat; a title; up to 5 photos": behind a colon, semicolons part a list as commas do. */
function listedInline(text: string): string {
  return text.replace(/[:：][^.:;。\n]{2,120}(?:;\s[^.:;。\n]{2,120}){2,20}(?=[.\n]|$)/gu, (list) =>
    list.replaceAll(';', ','),
  );
}

const labelled = /^\s*\p{L}[^:：\n.,、。]{1,40}?\s*(?:[:：(（]|\s[–—-]\s|=>|→)/u;

/** Of several owners ("every kite, board or harness") what was spoken of before stands for all. */
function ownersOf({ owner }: Enumeration, topic: EntityName | undefined): readonly EntityName[] {
  if (owner.names.length === 1 && (owner.occasion !== true || topic === undefined))
    return owner.names;
  if (topic !== undefined) return [topic];
  return owner.names;
}

/** "whether the pet is neutered", said of pets. */
function ownName(name: string, owner: string, { type }: FieldReading['facts']): string {
  const rest = name.slice(owner.replace(/s$/, '').length + 1);
  return type?.kind === 'boolean' &&
    name.toLowerCase().startsWith(`${owner.toLowerCase().replace(/s$/, '')} `) &&
    rest !== ''
    ? rest
    : name;
}

function singleClaim(
  { field }: SingleAttribute,
  { name: entity }: EntityName,
  source: SourceSpan,
  { section }: Block,
): Claim {
  const { name, alias, facts, declared } = field;
  const also = alias === undefined ? [] : [alias];
  return {
    kind: 'field',
    entity,
    name: ownName(name, entity, facts),
    also,
    facts,
    declared,
    evidence: 'mentioned',
    source,
    section,
  };
}

function claimsOf(
  { owner, fields, score }: Enumeration,
  owners: readonly EntityName[],
  sentence: Sentence,
  block: Block,
  { document }: Reading,
  isNeeded: boolean,
): readonly Claim[] {
  const source = spanIn(document, block, sentence.start, sentence.end);
  const shape = { source, section: block.section };
  const { whole } = owner;
  // One noun that could be anything is a field, and no reason to keep its owner.
  const evidence = fields.length === 1 && score.sure === 0 ? 'mentioned' : 'described';
  return owners.flatMap((name): Claim[] => [
    { kind: 'entity', name: name.name, also: name.also, evidence, ...shape },
    ...fields.map(({ field }): Claim => ({
      kind: 'field',
      entity: name.name,
      name: ownName(field.name, name.name, field.facts),
      also: field.alias === undefined ? [] : [field.alias],
      facts: isNeeded ? { required: true, ...field.facts } : field.facts,
      declared: field.declared,
      evidence,
      ...shape,
    })),
    ...(whole === undefined
      ? []
      : [
          {
            kind: 'relation',
            from: name.name,
            to: whole.name,
            cardinality: 'one',
            ...shape,
          } as const,
        ]),
  ]);
}
