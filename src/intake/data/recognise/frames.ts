import type { SourceSpan } from '#diagnostics';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Language } from '../../words/language.ts';
import { stemPhrase } from '../../words/stem.ts';
import { isBelievable } from '../believable.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import { attributeWords } from '../enumerate/attribute-score.ts';
import type { AttributeWords } from '../enumerate/attribute-score.ts';
import { isDoing, isSaid } from '../enumerate/find-enumeration.ts';
import { StoryTopics, storyTopic } from '../enumerate/story-topic.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { attributesIn, isClean } from '../frames/attributes-in.ts';
import type { ListedAttributes } from '../frames/attributes-in.ts';
import { headingFocus, isDoingTitle, labelOf, titleFocus } from '../frames/focus.ts';
import { framePatterns } from '../frames/frame-patterns.ts';
import type { FramePatterns } from '../frames/frame-patterns.ts';
import { framesIn } from '../frames/frames-in.ts';
import type { Frame } from '../frames/frames-in.ts';
import { leadThing, ownerOf, subjectFocus, thingBefore } from '../frames/named-things.ts';
import { requirementSentence } from '../frames/requirement-sentence.ts';
import { ToldThings } from '../frames/told-things.ts';
import { plainLetters } from '../frames/plain-letters.ts';
import { frameWords } from '../frames/words/words-of.ts';
import { levelled } from '../levelled.ts';
import { RowSubjects } from '../frames/row-subjects.ts';
import { isWider, SentenceReadings } from '../frames/sentence-readings.ts';
import { placesOf } from '../places.ts';
import { plainSentence } from '../plain-sentence.ts';
import { roleNames } from '../resolve/role-names.ts';
import { mentionsIn } from '../resolve/mentions.ts';
import type { Reading } from '../reading.ts';
import { statementsOf } from '../statements-of.ts';

/** Sections whose sentences are about other things than what is kept. */
const without: ReadonlySet<string> = new Set([
  'tech',
  'quality',
  'glossary',
  'questions',
  'overview',
  'roles',
  'integrations',
]);

/** What frames say, and which claims of other readings they take the place of. */
export interface FrameReading {
  readonly claims: readonly Claim[];
  readonly instead: ReadonlySet<Claim>;
}

/**
 * Sentences that say what is kept of what they, or the passage around them, speak of. Where another reading of the
 * same sentence gives as many attributes it stays.
 * @param heard what is declared, and what else is claimed: names that a list may refer to
 * @param others the other readings of sentences
 */
export function frames(
  reading: Reading,
  heard: readonly Claim[],
  others: readonly Claim[],
): FrameReading {
  const words = frameWords[reading.language];
  if (words === undefined) return { claims: [], instead: new Set() };
  const patterns = framePatterns(words);
  const { document, kinds, language } = reading;
  const names = new Set(
    [...heard, ...others].flatMap((claim) =>
      claim.kind === 'entity' ? [stemPhrase(claim.name, language)] : [],
    ),
  );
  const isNamed = (name: string) => names.has(stemPhrase(name, language));
  const attributes = attributeWords(reading, isNamed);
  const mentions = () => mentionsIn(reading);
  const things = new ToldThings(reading);
  const taken = placesOf(heard);
  const readings = new SentenceReadings(others);
  const hints = new SentenceReadings(heard.filter(({ kind }) => kind !== 'entity'));
  const instead = new Set<Claim>();
  const roles = new Set([...roleNames(reading)].map((role) => stemPhrase(role, language)));
  const labels = new Map<string, number>();
  for (const block of document.blocks) {
    const label = labelOf(block)?.text;
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const rows = new RowSubjects(document.blocks);
  const headings = new Map<number, EntityName | undefined>();
  const stories = new StoryTopics(reading);
  for (const block of document.blocks) {
    const kind = kinds[block.section];
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      block.kind === 'comment' ||
      !isBelievable(kind) ||
      without.has(kind ?? 'unknown')
    )
      continue;
    stories.hear(block);
    if (!headings.has(block.section))
      headings.set(block.section, headingFocus(block, reading, { words, patterns }));
    const heading = headings.get(block.section);
    const told = stories.of(block.section);
    const isDone = isDoingTitle(document.sections[block.section]?.title ?? '');
    const topic =
      isDone && !isPartOf(heading, told, language) ? (heading ?? told) : (told ?? heading);
    const titled = block.kind === 'row' ? rows.labelOf(block) : labelOf(block);
    if (block.kind === 'row' && titled === undefined) continue;
    const named =
      titled === undefined ? undefined : titleFocus(titled.text, reading, { words, patterns });
    // "Request.", in a passage about shifts, is what is done with them.
    const label =
      named !== undefined &&
      (block.kind === 'row' ||
        isNamed(named.name) ||
        (!roles.has(stemPhrase(named.name, language)) &&
          mentions().of(named.name) > (labels.get(titled?.text ?? '') ?? 0) &&
          (topic === undefined || mentions().of(named.name) > 3)))
        ? named
        : undefined;
    const around = label ?? topic;
    let focus = around;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 900) continue;
      const written = levelled(plainSentence(sentence.text));
      const source = spanIn(document, block, sentence.start, sentence.end);
      const asked = requirementSentence(written, reading, isNamed);
      const { text } = asked;
      if (asked.about !== undefined) focus = asked.about;
      focus = subjectFocus(text, reading, patterns, isNamed, around !== undefined) ?? focus;
      if (taken(source)) continue;
      const found: Found[] = [];
      let made: EntityName | undefined;
      if (storyTopic(text, reading) !== undefined) continue;
      // "Crane type: tower, mobile": values were read; "every repair belongs to a customer".
      const hinted = hints.at(source);
      if (hinted.some((claim) => claim.kind === 'field' && claim.facts.values !== undefined))
        continue;
      const isRelation = hinted.some(({ kind }) => kind === 'relation');
      for (const frame of framesIn(text, patterns)) {
        const thing = frame.isLead
          ? leadThing(frame, reading, patterns)
          : thingBefore(frame, reading, patterns, attributes);
        if (thing !== undefined) {
          focus = thing;
          made = thing;
          continue;
        }
        if (frame.isLead) continue;
        if (isRelation && frame.kind === 'has') continue;
        const own = ownerOf(frame, reading, focus, (name) => stemPhrase(name, language));
        const owner = own ?? focus;
        const object = frame.list === undefined ? frame.object : `${frame.object} (${frame.list})`;
        const listed = attributesIn(object, reading, patterns, owner?.name ?? '');
        const isSure = isBelieved(
          frame,
          listed,
          attributes,
          own !== undefined,
          patterns,
          isNamed,
          reading,
        );
        if (owner === undefined || !isSure) continue;
        if (own !== undefined) focus = own;
        const duty = asked.isNeeded ? { ...frame, required: frame.required ?? true } : frame;
        const fields = claimsOf(listed, duty, owner, source, block, reading);
        found.push({
          owner,
          fields,
          sure: attributes.of(listed.fields).sure,
          isNamedAsOne: frame.isEach || owner === made,
        });
      }
      const known = readings
        .at(source)
        .filter(
          (claim) =>
            claim.kind === 'field' || (claim.kind === 'entity' && claim.evidence === 'described'),
        );
      const count = found.reduce((sum, { fields }) => sum + fields.length, 0);
      const theirs = known.filter((claim) => claim.kind === 'field');
      if (theirs.some((claim) => isWider(claim, source))) continue;
      const clean = theirs.filter(
        ({ name, entity }) =>
          isClean(name, patterns) && isClean(entity, patterns) && isPlainThing(entity, patterns),
      ).length;
      const isBetter =
        count > theirs.length ||
        (clean < theirs.length &&
          count > 0 &&
          count === theirs.length &&
          found.every(({ fields }) => fields.every(({ name }) => isClean(name, patterns))));
      if (!isBetter) {
        const [first] = theirs;
        if (first !== undefined)
          focus = entityName(first.entity, reading.vocabulary, true) ?? focus;
        continue;
      }
      for (const claim of known) instead.add(claim);
      const evidence = known.some((claim) => 'evidence' in claim && claim.evidence === 'described')
        ? 'described'
        : 'told';
      for (const one of found)
        things.add(
          one.owner,
          one.fields.map((field) => ({ ...field, evidence })),
          one,
        );
    }
  }
  const kept = new Set(
    [...heard, ...others].flatMap((claim) =>
      claim.kind === 'entity' && !instead.has(claim) ? [stemPhrase(claim.name, language)] : [],
    ),
  );
  return { claims: things.claims((name) => kept.has(stemPhrase(name, language))), instead };
}

/** A heading about owners, above a story about boat owners. */
function isPartOf(
  heading: EntityName | undefined,
  told: EntityName | undefined,
  language: Language,
): boolean {
  if (heading === undefined || told === undefined) return false;
  return stemPhrase(told.name, language).endsWith(` ${stemPhrase(heading.name, language)}`);
}

/** A name of a thing without a verb, and not that of its form: "operación constará", "Schermata Prodotti". */
function isPlainThing(name: string, { about, verbWord }: FramePatterns): boolean {
  const plain = plainLetters(name);
  const skipped = about.exec(plain)?.[0].length ?? 0;
  return (
    (skipped === 0 || skipped >= plain.length) &&
    !plain.split(/\s+/).some((word) => verbWord.test(word))
  );
}

const several =
  /^(?:many|multiple|several|any number of|zero or more|one or more|more than one|mehrere|viele|plusieurs|vari[oa]s|vári[oa]s|much[oa]s|muit[oa]s|divers[ei]|molt[ei]|più|meerdere|verschillende)\s/iu;

interface Found {
  readonly owner: EntityName;
  readonly fields: readonly FieldClaim[];
  readonly sure: number;
  readonly isNamedAsOne: boolean;
}

/** A verb of writing down and a list of nouns are believed the more, the more of them are known as attributes. */
function isBelieved(
  { kind, verb, object, isEach }: Frame,
  { fields, parts }: ListedAttributes,
  attributes: AttributeWords,
  isOwned: boolean,
  patterns: FramePatterns,
  isNamed: (name: string) => boolean,
  reading: Reading,
): boolean {
  if (fields.length === 0 || fields.length < parts * 0.6) return false;
  // "can have several addresses": records of their own.
  if (several.test(object) || isDoing(fields, reading)) return false;
  const { weak, chosen, looking } = patterns;
  const { sure: known, mean } = attributes.of(fields);
  const referred = chosen.test(verb) ? fields.filter(({ field }) => isNamed(field.name)).length : 0;
  const sure = known + referred;
  const isWeak = kind === 'take' && weak.test(verb);
  if (kind === 'bare') {
    const least = fields.length === 2 ? 2 : Math.max(2, fields.length * 0.6);
    return (
      fields.length > 1 &&
      fields.length >= parts * 0.7 &&
      sure >= least &&
      !isSaid(fields, { kind: 'keep' })
    );
  }
  if (kind === 'list') return fields.length > 1 && sure * 2 >= fields.length;
  if (isEach && isOwned) return sure > 0 || fields.length > 1;
  const belongs = kind === 'has' && isOwned && fields.some(({ field }) => isNamed(field.name));
  if (kind === 'done' && fields.length === 1) return sure > 0;
  const isTold = fields.some(
    ({ field }) => isNamed(field.name) || field.facts.values !== undefined,
  );
  if (kind === 'take' && looking.test(verb) && fields.length < 3 && !isTold) return false;
  const isDefinite = fields.every(({ text }) => patterns.article.test(plainLetters(text)));
  if (!isWeak && kind !== 'has' && isDefinite) return true;
  if (fields.length === 1)
    return sure > 0 || belongs || (!isWeak && kind !== 'has' && mean >= 0.65);
  if (isWeak) return sure * 2 > fields.length;
  return sure * 2 >= fields.length || (sure > 0 && mean >= 0.6);
}

function claimsOf(
  { fields }: ListedAttributes,
  { required }: Frame,
  { name: entity }: EntityName,
  source: SourceSpan,
  { section }: Block,
  { language }: Reading,
): readonly FieldClaim[] {
  const own = stemPhrase(entity, language);
  return fields
    .filter(({ field }) => !` ${own}`.endsWith(` ${stemPhrase(field.name, language)}`))
    .map(({ field: { name, alias, facts, declared } }) => ({
      kind: 'field',
      entity,
      name:
        facts.type?.kind === 'boolean' || / name$/i.test(name)
          ? ownName(name, entity, language)
          : name,
      also: alias === undefined ? [] : [alias],
      facts: required === undefined ? facts : { required, ...facts },
      declared,
      evidence: 'told',
      source,
      section,
    }));
}

/** "whether the pet is neutered", said of pets, "item name" of an inventory item. */
function ownName(name: string, entity: string, language: Language): string {
  const [first = '', ...rest] = name.split(' ');
  return rest.length > 0 &&
    ` ${stemPhrase(entity, language)}`.endsWith(` ${stemPhrase(first, language)}`)
    ? rest.join(' ')
    : name;
}
