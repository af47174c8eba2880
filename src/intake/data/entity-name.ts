import { readType } from '../declaration/read-type.ts';
import { headingTitle } from '../document/heading-title.ts';
import { whole } from '../lexicon/vocabulary.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { rememberedTexts } from '../remembered-texts.ts';
import { kindOfTitle } from '../sections/classify-sections.ts';
import { alsoRecords } from '../sections/also-records.ts';
import type { SectionKind } from '../sections/section-kind.ts';
import { foldText } from '../words/fold.ts';
import { wordsOf } from '../words/stem.ts';
import { matchText } from '../words/match-text.ts';
import { isNoName } from './no-name.ts';
import { isQualifierOnly, qualifiers } from './qualifiers.ts';
import { remarks } from './remarks.ts';
import { isEnglishClause, openEnd } from './english-clause.ts';
import { startsWithVerb } from './starts-with-verb.ts';
import { structural } from './structural-names.ts';
import { alsoThings, technologies } from './technologies.ts';
import { wholeNames } from './whole-names.ts';

export interface EntityName {
  readonly name: string;
  /** Names in brackets beside it: `User (사용자)`. */
  readonly also: readonly string[];
  /** Words such as "attributes" or "table" were taken off: it was meant as a kind of record. */
  readonly announced: boolean;
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** `FR-USER-001`, `F1`, `REQ 3`: numbers of requirements. */
const requirementId = /^[A-Z]{1,6}(?:[-_ ]?[A-Z]{2,})*[-_ ]?\d{1,4}[A-Z]?(?:\.\d{1,3})*$/;
/** Titles of these kinds name no record even where fields follow. */
const notRecords: ReadonlySet<SectionKind> = new Set([
  'contents',
  'history',
  'schedule',
  'questions',
  'testing',
  'tech',
  'glossary',
  'quality',
  'workflow',
  'examples',
  'overview',
  'requirements',
  'out-of-scope',
  'future',
  'data',
]);

/**
 * The entity that a heading, caption, cell or lead-in names: `3.2 Tabla: Clientes (customers)` → Clientes.
 * @param declared fields with types follow, so that even `Session` or `Message` is meant as a record
 * @returns undefined when it is no short noun phrase, or one that is never a kind of record
 */
export function entityName(
  text: string,
  vocabulary: Vocabulary,
  declared = false,
): EntityName | undefined {
  if (text.length > 200) return undefined;
  return declared ? declaredName(text, vocabulary) : mentionedName(text, vocabulary);
}

const declaredName = rememberedTexts((text, vocabulary: Vocabulary) =>
  nameIn(text, vocabulary, true),
);
const mentionedName = rememberedTexts((text, vocabulary: Vocabulary) =>
  nameIn(text, vocabulary, false),
);

function nameIn(text: string, vocabulary: Vocabulary, declared: boolean): EntityName | undefined {
  const title = headingTitle(text.replace(/\s+/g, ' '))
    .replace(/^(?:\[[^\]]*\]\s*)/, '')
    .replace(/^[`"'“«*_]+|[`"'”»*_:：.。]+$/g, '');
  if (wholeNames.database.test(foldText(title))) return undefined;
  const also: string[] = [];
  const pair = beside(title, vocabulary);
  if (pair !== undefined) return pair;
  const outside = title.replace(/\s*[(（【]([^()（）【】]*)[)）】]\s*/g, (_, inner: string) => {
    if (isNoun(inner, vocabulary, declared) && !requirementId.test(inner.trim()))
      also.push(inner.trim());
    return ' ';
  });
  // "Tasks — the work to do", "Entity: Task", "Task - fields": one side is the name.
  const sides = outside
    .split(/\s+[-–—]\s+|[:：]\s*/)
    .map((side) => stripped(side, vocabulary))
    .filter((side) => side.name !== '' && !requirementId.test(side.name));
  const [first, second] = sides;
  if (first === undefined || sides.length > 2) return undefined;
  if (first.announced && remarks.test(foldText(first.name))) return undefined;
  if (first.announced && isQualifierOnly(foldText(outside.trim()), foldText(first.name)))
    return undefined;
  if (isNoun(first.name, vocabulary, declared))
    return {
      name: first.name,
      also,
      announced: first.announced || (second !== undefined && second.name === ''),
    };
  return undefined;
}

/** `报修单表 repair_orders`, `orders 注文テーブル`: the identifier is the name, the words are its label. */
function beside(title: string, vocabulary: Vocabulary): EntityName | undefined {
  const found =
    /^([^\x20-\x7e]{2,14})[\s(（:：\-–—]+`?([A-Za-z][A-Za-z0-9_]{2,40})`?[)）]?$/u.exec(title) ??
    /^`?([A-Za-z][A-Za-z0-9_]{2,40})`?[\s(（:：\-–—]+([^\x20-\x7e]{2,14})[)）]?$/u.exec(title);
  if (found === null) return undefined;
  const [first = '', second = ''] = found.slice(1);
  const isFirst = /^[A-Za-z]/.test(first);
  const words = stripWords(isFirst ? second : first, vocabulary);
  const identifier = isFirst ? first : second;
  if (!isNoun(identifier, vocabulary, true) || !wide.test(words)) return undefined;
  return {
    name: identifier,
    also: isNoun(words, vocabulary, true) ? [words] : [],
    announced: true,
  };
}

/** A short noun phrase that is not on the list of what is never a kind of record. */
export function isNoun(text: string, vocabulary: Vocabulary, declared = false): boolean {
  const trimmed = text.trim();
  const folded = foldText(trimmed);
  if (
    !/\p{L}/u.test(trimmed) ||
    /[?？!！。=<>{}[\]()|\\/@#$%^*+~&→←↔⇒➔↓↑]|\d{4}-\d\d/.test(trimmed)
  )
    return false;
  if (
    wide.test(trimmed)
      ? !isWideNoun(trimmed)
      : trimmed.split(/\s+/).length > 4 || trimmed.length > 60
  )
    return false;
  if (
    /^[\d.\s-]+/.test(trimmed) ||
    /^(?:to|of|for|with|in|on|by|and|or|que|pour|para|per|mit|zu)\s/i.test(trimmed) ||
    /[,、;；，]/.test(trimmed) ||
    // "You've", "Passo 3"
    /['’](?:ve|re|ll|d|m|t)\b|\p{L}\s\d+$/iu.test(trimmed) ||
    requirementId.test(trimmed)
  )
    return false;
  if (/^\p{Script=Cyrillic}{4,}(?:нные|нных|нная|нную|нный|щие|щих|щий|емые|имые)$/u.test(folded))
    return false;
  // "a list maintained by the manager": no noun ends so.
  if (vocabulary.lexicons.length === 1 && (participle.test(folded) || isEnglishClause(folded)))
    return false;
  // "el sistema que", "la propina se": a verb follows.
  if (/\s(?:que|se|qui|che|who|that|which|quien|dont)$/u.test(folded)) return false;
  // What is left of "Entities and attributes".
  if (/^(?:and|or|of|y|e|o|et|ou|und|oder|и|или)$/u.test(folded)) return false;
  if (pronoun.test(folded) || startsWithVerb(folded, vocabulary)) return false;
  if (vocabulary.lexicons.some(({ language }) => isNoName(trimmed, language, declared)))
    return false;
  if (
    /(?:^|\s)(?:must|should|shall|will|can|may|deve|devem|debe|deben|doit|doivent|muss|soll|sollen|kann|konnen|puede|pode|podem|peut|puo|deve|должн\S+|может)(?:\s|$)/u.test(
      folded,
    )
  )
    return false;
  if (
    (technologies.test(folded) && !(declared && alsoThings.test(folded))) ||
    structural.test(folded) ||
    (!wide.test(trimmed) && trimmed.length < 2)
  )
    return false;
  if (declared)
    return (
      !notRecords.has(kindOfTitle(trimmed)) ||
      alsoRecords.test(folded) ||
      (!wide.test(trimmed) && wordsOf(trimmed).length === 1 && kindOfTitle(trimmed) === 'overview')
    );
  // "Laporan keuangan", "perhitungan total": an Indonesian noun stands before what tells which.
  if (vocabulary.lexicons[0]?.language === 'id' && hasStopHead(trimmed, vocabulary, true))
    return false;
  return !isStopNoun(folded, vocabulary) && isNoType(trimmed, vocabulary);
}

const participle = /^(?!.*(?:eed|bed|shed|sled|hundred)$)\p{L}{5,}ed$/u;

/** Words that stand for a name given before. */
const pronoun =
  /^(?:wir|ihr|nous|vous|nosotros|nos|noi|voi|wij|my|мы|ми|and|or|but|et|ou|und|oder|y|и|или|та|або|en|oraz|(?:and|or|und|oder) .*|sich|se|si|sé|себя|себе|it|they|this|these|he|she|we|i|you|users? can|el|ella|ellos|ele|ela|eles|elas|il|elle|ils|elles|es|sie|er|esso|essa|essi|он|она|оно|они|それ|これ|它|他们|그것|이것)$/u;

/** "Relationships", "Indexes": a part of a model. */
export function isStructural(name: string, vocabulary: Vocabulary): boolean {
  const bare = stripWords(name, vocabulary);
  return bare === '' || structural.test(foldText(bare));
}

/** No particles and no verb forms inside. */
function isWideNoun(text: string): boolean {
  if (text.replace(/\s/g, '').length > 12) return false;
  return !/[을를은는](?:\s|$)|[가-힣](?:의|에|로)\s|(?:한다|된다|있다|하기|하는|되는|도록|해서|하여)$|^(?:여부|이후|이전|경우)$|\s(?:및|또는|여부|등)$|[가-힣](?:도|로|시|만|와|과|이|가)\s|\s(?:시|함께|자동)$|[をはがにで]|(?:する|した|できる|です|ます|の|と|ご)$|^[のにをはがとで]|的|[可已并将]|(?:进行|支持|可以|能够|通过|提供|实现|使用)/u.test(
    text,
  );
}

/** The phrase itself is on the list of what is never a kind of record. */
export function isStopNoun(folded: string, vocabulary: Vocabulary): boolean {
  if (wholeNames.system.test(folded)) return true;
  if (vocabulary.lexicons.length === 1) {
    if (singulars(folded, vocabulary).some((form) => vocabulary.stopNoun.test(form))) return true;
  } else {
    // French "commandes" are no English "command".
    const [own, english] = ownAndEnglish(vocabulary);
    if (singulars(folded, vocabulary).some((form) => own.test(form))) return true;
    if (english.test(folded) || english.test(folded.replace(/s$/, ''))) return true;
  }
  // German compounds: a Kundenliste is a list.
  const last =
    /^[a-z]{9,}$/.test(folded) && vocabulary.lexicons.some((lexicon) => lexicon.language === 'de')
      ? folded
      : undefined;
  return (
    last !== undefined &&
    vocabulary
      .pattern(
        'compound',
        () =>
          new RegExp(
            '(?:liste|seite|bericht|ansicht|ubersicht|formular|passwort|datum|funktion|anforderung|oberflache|system|verwaltung|prozess|regel|phase|status|rolle|recht|monat|woche|zeit|nummer|statistik|suche|einstellung(?:en)?|benachrichtigung)(?:en|n|e|s)?$',
            'u',
          ),
      )
      .test(last)
  );
}

function ownAndEnglish(vocabulary: Vocabulary): readonly [RegExp, RegExp] {
  const of = (isEnglish: boolean) =>
    vocabulary.pattern(`stop-nouns/${isEnglish}`, () =>
      whole(
        vocabulary.lexicons
          .filter(({ language }) => (language === 'en') === isEnglish)
          .map(({ stopNouns }) => stopNouns)
          .join('|'),
      ),
    );
  return [of(false), of(true)];
}

/** So is its head: "order status", "pantalla de ventas". */
export function hasStopHead(name: string, vocabulary: Vocabulary, romance: boolean): boolean {
  const words = foldText(name).split(' ');
  const head = romance ? words[0] : words.at(-1);
  return words.length > 1 && head !== undefined && isStopNoun(head, vocabulary);
}

/** Endings of plurals, each only where it is one: without its German ending a customer would be "custom". */
const plurals: readonly (readonly [string, RegExp, string])[] = [
  ['de', /(?:en|er|n)$/, ''],
  ['pt', /oes$/, 'ao'],
  ['it', /[ie]$/, 'o'],
];

function singulars(folded: string, { lexicons }: Vocabulary): readonly string[] {
  return [
    folded,
    folded.replace(/s$/, ''),
    folded.replace(/es$/, ''),
    folded.replace(/ies$/, 'y'),
    ...plurals.flatMap(([language, ending, singular]) =>
      lexicons.some((lexicon) => lexicon.language === language)
        ? [folded.replace(ending, singular)]
        : [],
    ),
  ];
}

/** `string` and `fecha` are types; `Order` is none. */
function isNoType(text: string, vocabulary: Vocabulary): boolean {
  const type = readType(text.toLowerCase(), vocabulary)?.type;
  return type === undefined || type.kind === 'reference' || wordsOf(text).length > 1;
}

function stripped(text: string, vocabulary: Vocabulary): { name: string; announced: boolean } {
  const written = text.trim().replace(/^[`"'“«*]+|[`"'”»*]+$/g, '');
  const trimmed = vocabulary.lexicons.length === 1 ? written.replace(openEnd, '') : written;
  const bare = stripWords(trimmed, vocabulary);
  // "Recommended plans" says which, and not that a kind of record is meant.
  const said = trimmed.replace(qualifierBefore, '');
  return { name: bare, announced: bare.length < said.length };
}

const qualifierBefore = new RegExp(`^(?:${qualifiers})\\s+`, 'iu');

/** "Data ownership", "data validation": what is done with data in general; "data of members" are of members. */
export const dataInGeneral =
  /^data (?!(?:of|for|about|on|in|to|and|models?|fields?|structures?|objects?|types?|shapes?)(?: |$))/iu;

/** "Agreement generation", "expense tracking": what is done with agreements and expenses. */
const doing =
  /(?<=\p{L}{3}) (?:creation|generation|submission|scheduling|tracking|logging|recording|onboarding|issuance|processing|handling|intake)$/iu;

/** A ticket type is no ticket, and a medical record nothing without its noun. */
const ownTail =
  /\p{L}\s+types?$|(?:medical|health|dental|vaccination|attendance|maintenance|service|academic|criminal|financial) records?$/iu;

/** Takes "table", "attributes of", "management" and articles off both ends. */
export function stripWords(text: string, vocabulary: Vocabulary): string {
  const start = vocabulary.pattern(
    'strip-start',
    (words) =>
      new RegExp(
        `^(?:(?:${words((lexicon) => lexicon.aroundNames)}|${words((lexicon) => lexicon.articles)}|${words((lexicon) => lexicon.fieldWords)}|${qualifiers})(?:e?s)?(?:\\s+|(?<=')|(?<=[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}])の))`,
        'iu',
      ),
  );
  const suffixed = vocabulary.lexicons
    .filter((lexicon) => ['ja', 'ko', 'zh', 'de', 'nl'].includes(lexicon.language))
    .map((lexicon) => `|(?:の|的)?(?:${lexicon.managing}|${lexicon.manage})`)
    .join('');
  const end = vocabulary.pattern(
    'strip-end',
    (words) =>
      new RegExp(
        `(?:(?:\\s+|の|(?<=\\p{L})-|(?<=[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}ー])|(?<=[A-Za-z])(?=[^\\x20-\\x7e]))(?:${words((lexicon) => lexicon.aroundNames)}|${words((lexicon) => lexicon.fieldWords)}|${qualifiers}${suffixed}))$`,
        'iu',
      ),
  );
  const whole = vocabulary.pattern(
    'strip-whole',
    (words) =>
      new RegExp(
        `^(?:${words((lexicon) => lexicon.aroundNames)}|${words((lexicon) => lexicon.fieldWords)}|${words((lexicon) => lexicon.articles)}|${qualifiers})(?:e?s)?$`,
        'iu',
      ),
  );
  // A school has classes and a surgery consultations, though both words stand around names too.
  if (
    vocabulary.lexicons.length > 1 &&
    /^(?:clases?|classes?|classi|klassen?|consultas?|consultations?|consultazion[ei]|visit[ea]s?)$/i.test(
      text.trim(),
    )
  )
    return text.trim();
  if (/^(?:class|property)$/i.test(text.trim())) return text.trim();
  const isEnglish = vocabulary.lexicons.length === 1;
  let rest = withoutAdjectives(text.trim());
  for (let round = 0; round < 6; round += 1) {
    const isGeneral = isEnglish && dataInGeneral.test(rest);
    const head = isGeneral ? null : matchText(start, foldKeepingLength(rest));
    const next = head === null ? rest : rest.slice(head[0].length).trim();
    const tail = matchText(end, foldKeepingLength(next));
    const both =
      tail === null || tail.index === 0 || ownTail.test(next)
        ? next
        : next.slice(0, tail.index).trim();
    const thing = isEnglish ? both.replace(doing, '') : both;
    if (thing === rest) break;
    rest = thing;
  }
  return matchText(whole, foldKeepingLength(rest)) === null ? rest : '';
}

/** "Отправленные заявки" are requests: adjectives stand before the noun, and known by their endings. */
function withoutAdjectives(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text;
  const words = text.split(/\s+/);
  while (
    words.length > 1 &&
    /(?:^не$|(?:[нтвлмрщс]|ск|зн)(?:ый|ые|ых|ыми|ого|ому|ую|ая)|щ(?:ий|ие|их|ую|его)|ськ(?:ий|і|их|а|е)|(?:ан|ен|ьн)(?:і|ий|их|а|е|ого|у|ої))$/u.test(
      words[0]?.toLowerCase() ?? '',
    )
  )
    words.shift();
  return words.join(' ');
}

/** Lower case and no accents, where that keeps every position. */
export function foldKeepingLength(text: string): string {
  const folded = foldText(text);
  return folded.length === text.length ? folded : text.toLowerCase();
}
