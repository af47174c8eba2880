import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { headingTitle } from '../../document/heading-title.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import { statementsOf } from '../statements-of.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName, foldKeepingLength, hasStopHead } from '../entity-name.ts';
import { isAskedFor } from '../asked-for.ts';
import { germanAdjective } from '../german-adjective.ts';
import { isCompound, withoutOwners } from '../owned-by-others.ts';
import { isInfinitive } from '../starts-with-verb.ts';
import { saidOfNoun } from '../said-of-noun.ts';
import { looking } from '../looking.ts';
import { openEnd } from '../english-clause.ts';
import { making } from '../making.ts';
import { isKnownNoun } from '../known-noun.ts';
import { isOftenNamed } from '../often-named.ts';
import { plainSentence } from '../plain-sentence.ts';
import { softNouns } from '../soft-nouns.ts';
import { foldText } from '../../words/fold.ts';
import { objectEnd } from './object-end.ts';
import { recipientsOf } from './recipients.ts';
import type { EntityName } from '../entity-name.ts';
import type { Language } from '../../words/language.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** Languages in which the verb follows its object. */
const suffixed: ReadonlySet<string> = new Set(['ja', 'zh', 'ko']);
/** Languages whose nouns follow a noun of keeping in a case, or as they are, rather than behind a preposition. */
const cases: ReadonlySet<string> = new Set(['ru', 'uk', 'pl', 'id']);
const headFirst: ReadonlySet<string> = new Set(['es', 'pt', 'fr', 'it', 'id']);

/** Objects of verbs that keep things: "register clients", "Gestión de proveedores", "タスクを登録", "CRUD de veículos". */
export const managed: Recogniser = (reading) => {
  const claims: Claim[] = [];
  const titles = reading.document.sections.filter((section) => section.depth === 1).length;
  for (const block of reading.document.blocks) {
    if (
      block.kind === 'code' ||
      !isAboutService(reading.kinds[block.section]) ||
      isDocumentTitle(block, titles)
    )
      continue;
    for (const sentence of statementsOf(block)) {
      if (sentence.text.length > 600) continue;
      const source = spanIn(reading.document, block, sentence.start, sentence.end);
      claims.push(
        ...recipientsOf(plainSentence(sentence.text), reading).map((claim): Claim => ({
          ...claim,
          source,
          section: block.section,
        })),
      );
      for (const { name, strength, isMade } of objectsOf(
        plainSentence(sentence.text),
        block,
        reading,
      )) {
        claims.push({
          kind: 'entity',
          name: name.name,
          also: [],
          evidence:
            isPlain(name.name, reading.language) &&
            isRequirement(block, reading) &&
            (isMade || (strength === 'mentioned' && isAskedFor(name.name, sentence.text, reading)))
              ? 'kept'
              : strength,
          source,
          section: block.section,
        });
      }
    }
  }
  return claims;
};

/** "Venta de productos" is a way to say sales, and a tracking number no record, though one registers it. */
function isPlain(name: string, language: Language): boolean {
  return (
    (name.split(/\s+/).length < 3 || isCompound(name, language)) &&
    !/(?:番号|コード|時刻|理由|编号|编码|号码|번호|코드|사유|(?<!종|작|품|상)명|日时?|日時)$/u.test(
      name,
    )
  );
}

/** One of a list of functions, which are numbered or stand below a heading that says so. */
function isRequirement(block: Block, { kinds, language }: Reading): boolean {
  if (language === 'en' || (block.kind !== 'item' && block.kind !== 'row')) return false;
  const text = block.text.replace(/\n/g, ' ');
  return kinds[block.section] === 'requirements' || plainSentence(text) !== text;
}

/** "Library management system" names the whole, not a record. */
function isDocumentTitle(block: Block, titles: number): boolean {
  return block.kind === 'heading' && (block.section === 1 || block.depth === 1) && titles <= 2;
}

/** Several verbs at once, or "CRUD", mean that it is kept; looking at something alone means little. */
type Strength = 'kept' | 'managed' | 'mentioned';

/** What a verb or noun of keeping is about. */
export interface Managed {
  readonly name: EntityName;
  readonly strength: Strength;
  /** It is made, and not only changed or looked at. */
  readonly isMade: boolean;
}

interface Phrase {
  readonly text: string;
  readonly strength: Strength;
  readonly isMade: boolean;
}

/** What a brief request asks for, or is for, rather than what it keeps. */
const wholes =
  /^(?:(?:small|simple|little|new|my|our) )?(?:service|servicio|servico|servizio|dienst|сервис\S*|shop|store|business|company|school|library|blog|website|tienda|empresa|loja|boutique|laden)s?$/u;

/** The objects of verbs that keep things, in a sentence or a heading. */
export function objectsOf(whole: string, block: Block, reading: Reading): readonly Managed[] {
  const { vocabulary, language } = reading;
  // "agar tidak membuat data ganda": what it is good for.
  const text = language === 'id' ? whole.replace(purpose, '') : whole;
  const usable = foldKeepingLength(text);
  // The end of "créer, modifier et supprimer" is no object; English verbs are nouns too often to tell.
  const verb = vocabulary.pattern(
    'foreign-verb',
    () =>
      new RegExp(
        `^(?:${
          vocabulary.lexicons
            .filter((each) => each.language !== 'en' && !suffixed.has(each.language))
            .map(({ manage }) => manage)
            .join('|') || '(?!)'
        })$`,
        'u',
      ),
  );
  const phrases = vocabulary.lexicons.flatMap((lexicon) =>
    suffixed.has(lexicon.language)
      ? before(text, lexicon, vocabulary)
      : after(text, usable, lexicon, block, vocabulary),
  );
  return phrases.flatMap((phrase) =>
    splitList(withoutSecondVerb(phrase.text), vocabulary)
      // "book class and": it was no verb.
      .filter(({ text: part }) => !openEnd.test(part))
      .flatMap((part) =>
        /^[\p{L} ]{3,}(?:\/[\p{L} ]{3,})+$/u.test(part.text)
          ? // "transaksi masuk/keluar": kinds of one thing, of which the first word is the head.
            language === 'id' && /^\p{L}+ \S+$/u.test(part.text)
            ? part.text.split(' ').slice(0, 1)
            : part.text.split('/')
          : [part.text],
      )
      .map((part) =>
        entityName(
          withoutOwners(part, language)
            .replace(participle, '')
            .replace(possessive, '')
            .replace(language === 'de' ? germanAdjective : /$^/, '')
            .replace(wrapped, '')
            .replace(phrase.isMade || phrase.strength === 'mentioned' ? saidOfNoun : /$^/, ''),
          vocabulary,
        ),
      )
      .filter(
        (name): name is EntityName =>
          name !== undefined &&
          !verb.test(foldText(name.name)) &&
          !isInfinitive(foldText(name.name), vocabulary) &&
          !hasStopHead(name.name, vocabulary, headFirst.has(language)) &&
          !(cases.has(language) && hasStopHead(name.name, vocabulary, true)) &&
          !/\d/.test(name.name) &&
          (name.name.length > 2 || /[^\x20-\x7e]/.test(name.name)),
      )
      .filter(
        (name) =>
          !/[^\x20-\x7e]/.test(name.name) ||
          !suffixed.has(language) ||
          isKnownNoun(name.name, vocabulary) ||
          (phrase.isMade && isOftenNamed(name.name, reading)),
      )
      .filter((name) => phrase.strength === 'kept' || !softNouns.test(foldText(name.name)))
      .filter((name) => !reading.brief || !wholes.test(foldText(name.name)))
      .map((name) => ({
        name,
        strength: reading.brief && phrase.strength === 'mentioned' ? 'managed' : phrase.strength,
        isMade: phrase.isMade,
      })),
  );
}

const purpose = /,?\s(?:agar|supaya|sehingga)\s.*$/su;

/** "create, edit and close leases": leases; in "scheduling and referrals" a noun follows. */
function withoutSecondVerb(object: string): string {
  const found = /^(and|or|&) (\S+)(?: (\S.*))?$/iu.exec(object);
  if (found === null) return object;
  const [, link = '', word = '', rest] = found;
  if (rest !== undefined) return link.toLowerCase() === 'or' ? '' : rest;
  return /s$/iu.test(word) ? word : '';
}

/** "Inspections made during" a round are inspections. */
const participle =
  /\s+(?:made|done|performed|taken|given|created|submitted|assigned|placed|used|issued|received|held)(?:\s+\p{L}+)?$/iu;

const reflexive = /(?:^|\s)s[ei] $/u;
const participleAlone = /^\p{L}{3,}(?:ad|id|at|it|ut)[oaie]s?$/u;

/** "the congregation's members" are members. */
const possessive = /^\p{L}[\p{L} ]*['’]s\s+(?=\p{L}+s$)/u;

/** A profile, a record or a list of something is that thing. */
const wrapped = /\s+(?:profiles?|records?|entries|lists?|items list)$/i;

/** `<verb> (and <verb>)* <object>` up to a preposition or the end of the clause. */
function after(
  text: string,
  usable: string,
  lexicon: Lexicon,
  block: Block,
  vocabulary: Vocabulary,
): readonly Phrase[] {
  const verb = `(?:${lexicon.manage})`;
  const noun = `(?:${lexicon.managing})`;
  const link = `(?:\\s*(?:,|/|&|(?<![\\p{L}])(?:${lexicon.and}|${lexicon.or})(?![\\p{L}]))\\s*)+`;
  const of =
    "(?:\\s+(?:of|de|del|da|do|dos|das|des|du|di|della|dei|degli|delle|von|der)(?=\\s)|\\s+d')";
  const pattern = vocabulary.pattern(
    `managed/${lexicon.language}`,
    () =>
      new RegExp(
        `(?<![\\p{L}-])(?:(?:${verb}|${noun})(?:${link}))*(?:${verb}|${noun}${cases.has(lexicon.language) ? '' : of})(?:\\s+(?:${lexicon.articles}))*\\s+([\\p{L}][\\p{L}\\p{N}' /&-]{1,60}?)${objectEnd(lexicon.language)}`,
        'gu',
      ),
  );
  const leading = vocabulary.pattern(
    `leading/${lexicon.language}`,
    () =>
      new RegExp(
        `^([\\p{L}][\\p{L}\\p{N}' -]{1,40}?)\\s+(?:${lexicon.managing})(?=$|\\s*[(:&]|\\s+(?:and|&|y|e|et|und|и)\\s)`,
        'u',
      ),
  );
  const verbs = vocabulary.pattern(
    `verbs-of/${lexicon.language}`,
    () => new RegExp(`(?<![\\p{L}])(?:${lexicon.manage}|${lexicon.managing})(?![\\p{L}])`, 'gu'),
  );
  const another = vocabulary.pattern(
    `another/${lexicon.language}`,
    () => new RegExp(`^(?:${lexicon.and}|${lexicon.or})\\s`, 'u'),
  );
  const phrases = [...usable.matchAll(pattern)].flatMap((found): readonly Phrase[] => {
    const start = found.index + found[0].length - (found[1] ?? '').length;
    const before = found[0].slice(0, found[0].length - (found[1] ?? '').length);
    const object = text.slice(start, start + (found[1] ?? '').length);
    // German nouns have capitals: "anlegen und löschen" is no object.
    if (lexicon.language === 'de' && !/^\p{Lu}/u.test(object)) return [];
    // "facturen aanmaken voor klanten": for whom is no object.
    if (/\svoor\s+$/u.test(before)) return [];
    // "Se registran y aparecen": another verb.
    if (headFirst.has(lexicon.language) && another.test(usable.slice(start))) return [];
    // "La multa se registra separada": how it is done.
    if (reflexive.test(usable.slice(0, found.index)) && participleAlone.test(object)) return [];
    const said = before.match(verbs) ?? [];
    return [{ text: object, ...meaningOf(said) }];
  });
  const isShort = block.kind === 'heading' || usable.length < 50;
  const written = isShort ? headingTitle(text) : '';
  const title = isShort ? leading.exec(foldKeepingLength(written)) : null;
  const component =
    block.kind === 'heading'
      ? /^([\p{L} -]{2,40}) (?:service|module|modulo|modul|servicio|servico|микросервис|модуль)$/iu.exec(
          written,
        )
      : null;
  const strength = /crud/.test(usable) ? 'kept' : 'managed';
  const german =
    lexicon.language === 'de' || lexicon.language === 'nl'
      ? beforeInfinitive(text, lexicon, vocabulary)
      : [];
  return [
    ...phrases,
    ...german,
    ...[title?.[1], component?.[1]].flatMap((phrase): Phrase[] =>
      phrase === undefined ? [] : [{ text: phrase, strength, isMade: false }],
    ),
  ];
}

function meaningOf(verbs: readonly string[]): Pick<Phrase, 'strength' | 'isMade'> {
  return { strength: strengthOf(verbs), isMade: verbs.some((verb) => making.test(verb)) };
}

function strengthOf(verbs: readonly string[]): Strength {
  if (
    verbs.some((verb) => verb === 'crud') ||
    verbs.filter((verb) => !looking.test(verb)).length > 1
  )
    return 'kept';
  return verbs.length > 0 && verbs.every((verb) => looking.test(verb)) ? 'mentioned' : 'managed';
}

/** "Kann neue Benutzer anlegen": German nouns have capitals and stand before the infinitive. */
function beforeInfinitive(
  text: string,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): readonly Phrase[] {
  const pattern = vocabulary.pattern(
    'before-infinitive',
    () =>
      new RegExp(
        `${lexicon.language === 'de' ? '(\\p{Lu}\\p{Ll}[\\p{L}-]+)' : '(?:^|(?:kan|kunnen|moet|moeten|mag|wil|om)\\s+)(?:(?:de|het|een|nieuwe|zijn|haar|hun)\\s+)*(\\p{L}[\\p{L}-]{2,})'}\\s+((?:\\p{Ll}+(?:,|\\s+(?:oder|und|bzw\\.|en|of))\\s+)*(?:zu\\s+|te\\s+|kunnen\\s+)?(?:${lexicon.manage.replaceAll('a', '[aä]').replaceAll('o', '[oö]').replaceAll('u', '[uü]')}))(?![\\p{L}])`,
        'gu',
      ),
  );
  return [...text.matchAll(pattern)].map((found) => ({
    text: found[1] ?? '',
    ...meaningOf(
      foldKeepingLength(found[2] ?? '')
        .split(/[,\s]+/)
        .filter((word) => !/^(?:zu|te|kunnen|oder|und|en|of|bzw\.?)$/.test(word)),
    ),
  }));
}

/** `<object>を<verb>`, `<object> 관리`, `<object>管理`, with as many verbs as follow. */
function before(text: string, lexicon: Lexicon, vocabulary: Vocabulary): readonly Phrase[] {
  const { language } = lexicon;
  const verb = `(?:${lexicon.managing}|${lexicon.manage})`;
  const particle =
    language === 'ja'
      ? '(?:情報)?(?:を|の)?(?:新規|一覧|詳細)?(?:から|に)?'
      : language === 'ko'
        ? '(?: ?정보)?(?:을|를|의)?\\s*(?:목록|상세|신규)?(?:을|를)?\\s*'
        : '(?:的|信息|列表|记录|资料)?(?:的)?';
  // What ends in a particle is another part of the sentence: "관리자는 상품을 등록".
  const object =
    language === 'ko'
      ? '([\\p{L}\\p{N}]{1,10}?(?:(?<![은는을를이가도]) [\\p{L}\\p{N}]{1,8})??)'
      : language === 'ja'
        ? '((?:(?![はがをにでも])[\\p{L}\\p{N}ー]){1,12}?)'
        : '([\\p{L}\\p{N}]{1,12}?)';
  const next =
    language === 'ko'
      ? '(?:하고|하거나|하며|하여|한 후|[\\s,·ㆍ/]|및|와|과)+'
      : '(?:して|したり|[・、，,/／]|と|や|および|及び|または|又は|和|与|及|或|以及)+';
  const trailing = vocabulary.pattern(
    `before/${language}`,
    () =>
      new RegExp(
        `(?:^|[\\s、，,・「（(は：:/${language === 'zh' ? '和与及' : ''}]|자신의 |본인의 )${object}${particle}(${verb}(?:${next}${verb})*)`,
        'gu',
      ),
  );
  const leading = vocabulary.pattern(
    `verb-first/${language}`,
    () =>
      new RegExp(
        `(?<verbs>(?:${lexicon.manage})(?:${next}(?:${lexicon.manage}))*)(?:新的?|该|其|自己的)?(?<object>[\\p{Script=Han}]{2,6})(?=$|[，。、；,;（(])`,
        'gu',
      ),
  );
  const verbs = vocabulary.pattern(`each-verb/${language}`, () => new RegExp(verb, 'gu'));
  const patterns = language === 'zh' ? [trailing, leading] : [trailing];
  const crud = /crud|増刪改查|增删改查/i.test(text);
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Phrase => {
      const meaning = meaningOf((match.groups?.['verbs'] ?? match[2] ?? '').match(verbs) ?? ['']);
      const object = match.groups?.['object'] ?? match[1] ?? '';
      return { text: object, ...meaning, ...(crud ? { strength: 'kept' } : {}) };
    }),
  );
}
