import type { Lifecycle } from '#blueprint';
import type { ModelledEntity } from '../data-model.ts';
import { claimsOf } from './grammar/claim.ts';
import type { Claim } from './grammar/claim.ts';
import type { Finding } from './grammar/finding.ts';
import type { Scope } from './grammar/scope.ts';
import { belonging } from './recognisers/belonging.ts';
import { changeAndDeletion } from './recognisers/change-and-deletion.ts';
import { combinationIn } from './recognisers/combinations.ts';
import { counting } from './recognisers/counting.ts';
import { creation } from './recognisers/creation.ts';
import { deletion } from './recognisers/deletion.ts';
import { immutability } from './recognisers/immutability.ts';
import { obligation } from './recognisers/obligation.ts';
import { overlap } from './recognisers/overlap.ts';
import { permission } from './recognisers/permission.ts';
import { inOtherWords } from './recognisers/shapes/in-other-words.ts';
import { shapesIn } from './recognisers/shapes/shapes-in.ts';
import { transition } from './recognisers/transition.ts';
import { uniqueness } from './recognisers/uniqueness.ts';
import { annotate, isFiller, isMeasure, isUnknown } from './sentence/annotate.ts';
import { does } from './sentence/item.ts';
import type { Item } from './sentence/item.ts';
import type { Vocabulary } from './sentence/vocabulary.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import type { Cue } from './lexicon/cue.ts';

/** Where a sentence stands. */
export interface Surroundings {
  /** The entity that its heading names. */
  readonly entity?: ModelledEntity | undefined;
  readonly amongRules: boolean;
  readonly kind?: SectionKind;
}

/** What became of a sentence: findings, a demand that was not understood, or nothing that concerns data. */
export type Reading =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  /** With what parts of it say for certain. */
  | {
      readonly kind: 'not-understood';
      readonly entity: string;
      readonly findings: readonly Finding[];
    }
  /** What the system is to do, beyond keeping data right. */
  | { readonly kind: 'behaviour'; readonly entity: string }
  | { readonly kind: 'prose' };

type Recogniser = (claim: Claim, scope: Scope) => readonly Finding[] | undefined;
/** The most particular first; all of them have to account for every phrase. */
const RECOGNISERS: readonly Recogniser[] = [
  changeAndDeletion,
  deletion,
  uniqueness,
  overlap,
  counting,
  creation,
  transition,
  permission,
  belonging,
  immutability,
  obligation,
];

/** Two rules in one, which the grammar of one condition does not hold. */
const BOTH_WAYS =
  /\bif and only if\b|\biff\b|genau dann,? wenn|si y s[oó]lo si|se e somente se|si et seulement si|se e solo se|当且仅当|тогда и только тогда/iu;

/** More phrases than this are a paragraph, not a rule. */
const LONGEST = 80;

/** Reads one sentence. A sentence that is only partly understood gives nothing. */
export function readSentence(
  written: string,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
  around: Surroundings,
): Reading {
  if (EXAMPLE.test(written) || /[:：]\s*$/.test(written)) return { kind: 'prose' };
  const plainer = inOtherWords(written, vocabulary);
  if (plainer !== undefined) return readText(plainer, vocabulary, lifecycles, around);
  const shaped = shapesIn(written, vocabulary, around.entity);
  if (shaped !== undefined) return { kind: 'findings', findings: shaped };
  const combined = combinationIn(written, vocabulary, around.entity);
  if (combined === 'unclear') return leftOver(annotate(written, vocabulary), around);
  if (combined !== undefined) return { kind: 'findings', findings: [combined] };
  const whole = readText(written, vocabulary, lifecycles, around);
  const bare = written.replaceAll(ASIDE, ' ');
  if (
    whole.kind === 'findings' ||
    bare === written ||
    ALTERNATIVE.test(written.match(ASIDE)?.join(' ') ?? '')
  )
    return whole;
  const read = readText(bare, vocabulary, lifecycles, around);
  return read.kind === 'findings' ? read : whole;
}

const SOFTENED: readonly Cue[] = [
  'if',
  'if-after',
  'unless',
  'until',
  'only',
  'or',
  'can',
  'refuse',
];

/**
 * "The e-mail must be unique, and be checked by a link": what a part says of one field holds whatever the other
 * parts mean, where nothing in the sentence softens it. The rest stays a question.
 */
function readParts(
  text: string,
  items: readonly Item[],
  read: (part: string) => readonly Finding[] | undefined,
): readonly Finding[] {
  const cuts = items.filter((item) => /^[,，、;；]$/.test(item.text));
  if (cuts.length === 0 || cuts.length > 6 || items.some((item) => does(item, ...SOFTENED)))
    return [];
  const starts = [0, ...cuts.map(({ end }) => end)];
  return starts.flatMap((start, at) => {
    const findings = read(text.slice(start, cuts[at]?.start ?? text.length)) ?? [];
    return findings.every(({ kind }) => kind === 'constraint') ? findings : [];
  });
}

const ASIDE = /\([^()]{0,200}\)|（[^（）]{0,200}）/gu;
/** What stands in parentheses may soften the sentence: then it is part of it. */
const ALTERNATIVE =
  /\b(?:or|unless|except|if|when|optional|only|not|o|ou|oder|salvo|sauf|ausser|außer|oppure|или|кроме)\b|또는|제외|선택|또|或|除|または|任意|除く/iu;
const EXAMPLE =
  /^(?:e\.g\.|for example|example|examples|exemple|por ejemplo|ejemplo|por exemplo|exemplo|beispiel|z\. ?b\.|zum beispiel|esempio|per esempio|par exemple|например|пример|例|예)\b|^(?:例|예시|예:)/iu;

function readText(
  text: string,
  vocabulary: Vocabulary,
  lifecycles: ReadonlyMap<string, Lifecycle>,
  around: Surroundings,
): Reading {
  const items = annotate(text, vocabulary);
  if (items.length > LONGEST || /[?？]\s*$/.test(text)) return { kind: 'prose' };
  if (BOTH_WAYS.test(text)) return leftOver(items, around);
  for (const subjects of subjectsOf(items, vocabulary, around)) {
    const read = subjects.flatMap((entity) => {
      const scope: Scope = { entity, vocabulary, lifecycles, amongRules: around.amongRules };
      const findings = findingsOf(items, scope);
      return findings ? [findings] : [];
    });
    // Two entities that fit equally well leave it open which one is meant.
    const [findings] = read;
    if (findings && read.length === 1) return { kind: 'findings', findings };
    if (read.length > 1) break;
  }
  const each = readEach(items, (part) => {
    const [subject] = part[0]?.entities ?? [];
    return (
      subject &&
      findingsOf(part, { entity: subject, vocabulary, lifecycles, amongRules: around.amongRules })
    );
  });
  if (each) return { kind: 'findings', findings: each };
  const both = readBoth(text, items, (part) => {
    const reading = readText(part, vocabulary, lifecycles, around);
    return reading.kind === 'findings' ? reading.findings : undefined;
  });
  if (both) return { kind: 'findings', findings: both };
  const rest = leftOver(items, around);
  if (rest.kind !== 'not-understood') return rest;
  const findings = readParts(text, items, (part) => {
    // Only a part that names a field can say something of one.
    if (!annotate(part, vocabulary).some(namesField)) return undefined;
    const reading = readText(part, vocabulary, lifecycles, around);
    return reading.kind === 'findings' ? reading.findings : undefined;
  });
  return { ...rest, findings };
}

/** "A number must be unique and never changes": two claims of one subject, both of them clear. */
function readBoth(
  text: string,
  items: readonly Item[],
  read: (part: string) => readonly Finding[] | undefined,
): readonly Finding[] | undefined {
  const verb = items.findIndex((item) => does(item, ...VERBS));
  const at = items.findIndex(
    (item, index) =>
      index > Math.max(verb, 0) && does(item, 'and') && does(items[index + 1], ...VERBS),
  );
  const [start, link] = [items[verb]?.start, items[at]];
  // "Must be given and must not be empty if cancelled": it may be said of both.
  if (items.slice(at).some((item) => does(item, ...CONDITIONS))) return undefined;
  if (start === undefined || link === undefined || verb < 1 || items.length > 40) return undefined;
  const left = read(text.slice(0, link.start).replace(/[\s,]+$/, ''));
  const right = left && read(`${text.slice(0, start)}${text.slice(link.end).trimStart()}`);
  return left && right ? [...left, ...right] : undefined;
}

const VERBS: readonly Cue[] = ['must', 'cannot', 'immutable'];
const CONDITIONS: readonly Cue[] = ['if', 'if-after', 'unless', 'until', 'once'];

/** "Permits and fines are never deleted": the same of each, or nothing. */
function readEach(
  items: readonly Item[],
  read: (items: readonly Item[]) => readonly Finding[] | undefined,
): readonly Finding[] | undefined {
  const subjects: Item[] = [];
  let end = 0;
  for (; end < items.length; end += 1) {
    const item = items[end];
    if (item === undefined) break;
    if (item.entities.length > 0) subjects.push(item);
    // "Lines of an order" are lines.
    else if (!does(item, 'and') && !/^(?:,|the|all|both)$/i.test(item.text)) break;
  }
  if (subjects.length < 2 || subjects.length > 6) return undefined;
  const findings = subjects.map((subject) => read([subject, ...items.slice(end)]));
  return findings.every((found) => found !== undefined) ? findings.flat() : undefined;
}

function namesField({ fields, values }: Item): boolean {
  return fields.length + values.length > 0;
}

function findingsOf(items: readonly Item[], scope: Scope): readonly Finding[] | undefined {
  // A phrase that is left over is left over in every reading: most lines of a document are settled here.
  if (items.some(isUnknown)) return undefined;
  for (const claim of claimsOf(items, scope))
    for (const recognise of RECOGNISERS) {
      const findings = recognise(claim, scope);
      if (findings) return findings;
    }
  return undefined;
}

/** With more candidates than this a sentence is about none of them in particular. */
const MOST_OWNERS = 8;

/** Whom the sentence may be about, in groups of equal standing. */
function subjectsOf(
  items: readonly Item[],
  { model }: Vocabulary,
  { entity }: Surroundings,
): readonly (readonly ModelledEntity[])[] {
  const named = [...new Set(items.flatMap(({ entities }) => entities))];
  const owners = ownersOf(items, MOST_OWNERS + named.length + 1);
  const groups: (readonly ModelledEntity[])[] = named.map((subject) => [subject]);
  if (entity && !named.includes(entity)) groups.push([entity]);
  const others = [...owners].filter((owner) => !named.includes(owner) && owner !== entity);
  // Words that so many entities share (`name`, `status`) say nothing of whom the sentence is about.
  if (others.length > 0 && others.length <= MOST_OWNERS)
    groups.push(inOrder(others, model.entities));
  return groups;
}

/** The entities whose fields and values the phrases may name; where they are more than `most`, some of them. */
function ownersOf(items: readonly Item[], most: number): ReadonlySet<ModelledEntity> {
  const owners = new Set<ModelledEntity>();
  for (const { fields, values } of items)
    for (const readings of [fields, values])
      for (const { entity } of readings) {
        owners.add(entity);
        if (owners.size > most) return owners;
      }
  return owners;
}

function inOrder(
  some: readonly ModelledEntity[],
  all: readonly ModelledEntity[],
): readonly ModelledEntity[] {
  return some.toSorted((a, b) => all.indexOf(a) - all.indexOf(b));
}

/** A demand about the data that no recogniser took is a question; what the system is to do is a requirement; the rest is prose. */
function leftOver(items: readonly Item[], around: Surroundings): Reading {
  const said = items.filter((item) => !isFiller(item));
  const [subject] = said.find(({ entities }) => entities.length > 0)?.entities ?? [];
  const holder = said.find(namesField);
  const owner = holder?.fields[0] ?? holder?.values[0];
  const entity = (subject ?? owner?.entity ?? (around.amongRules ? around.entity : undefined))
    ?.entity.id;
  if (said.length < 2 || entity === undefined) return { kind: 'prose' };
  const demands = (...cues: readonly Cue[]) => said.some((item) => does(item, ...cues));
  const forced = demands('must', 'cannot');
  const limited = demands('if', 'if-after', 'after', 'before', 'required', 'same');
  const measured = demands(
    'ge',
    'le',
    'gt',
    'lt',
    'between',
    'unique',
    'duplicate',
    'immutable',
    'positive',
    'negative',
    'non-negative',
    'empty',
    'future',
    'past',
  );
  const strict =
    demands('cannot', 'only', 'unless', 'refuse', 'overlap') ||
    (forced &&
      (measured ||
        (owner !== undefined && said.some(isMeasure)) ||
        (limited && owner !== undefined)));
  const stated =
    around.amongRules &&
    around.kind === 'rules' &&
    demands('unique', 'immutable', 'required', 'only');
  if (strict || stated) return { kind: 'not-understood', entity, findings: [] };
  return forced ? { kind: 'behaviour', entity } : { kind: 'prose' };
}
