import type { FieldReading } from '../../declaration/read-field.ts';
import { readField } from '../../declaration/read-field.ts';
import { inferType } from '../../declaration/infer-type.ts';
import { linkTo, readLink } from '../../declaration/read-link.ts';
import { shareHeads } from '../../declaration/share-heads.ts';
import { moment, splitList } from '../../declaration/split-list.ts';
import type { Part } from '../../declaration/split-list.ts';
import { foldText } from '../../words/fold.ts';
import { foldKeepingLength } from '../entity-name.ts';
import { isKnownNoun } from '../known-noun.ts';
import { finalVerb } from '../noun-before.ts';
import type { Reading } from '../reading.ts';
import { isDataNoun } from '../data-noun.ts';
import { sentenceWords } from '../enumerate/words/words-of.ts';
import { plainList } from './plain-list.ts';

/** One noun of a list, with its place in the list's text. */
export interface NounField {
  readonly field: FieldReading;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A list of short nouns; undefined if what follows is a clause rather than a list. */
export function nounFields(
  text: string,
  reading: Reading,
  least: number,
): readonly NounField[] | undefined {
  const { vocabulary } = reading;
  const own = new Set(sentenceWords[reading.language]?.attribute.split(' '));
  const german =
    reading.language === 'de' ? finalVerb(vocabulary).exec(foldKeepingLength(text)) : null;
  const bare = text.trim().replace(/[.;]+$/, '');
  const isRequired = all.test(bare);
  const whole = bare.replace(all, '').replace(collective, '');
  const end = whole === text.trim() || isRequired ? '' : '.';
  const parts = shareHeads(
    splitList(
      slashed(
        withoutPurpose(
          german === null ? `${plainList(whole)}${end}` : plainList(text.slice(0, german.index)),
        )
          .trimEnd()
          .replace(/[.;]+$/, ''),
      ),
      vocabulary,
    ).flatMap((part) => pair(part, reading)),
    (word) => inferType(word, vocabulary) === undefined && !own.has(foldText(word)),
  );
  if (
    /^(?:a |the )?(?:search|filter|sort|busca|busqueda|búsqueda|pesquisa|filtro|recherche|filtre|suche|filterung|ricerca|поиск)/iu.test(
      parts[0]?.text ?? '',
    )
  )
    return undefined;
  if (parts.length < least || parts.length > 40) return undefined;
  const verb = vocabulary.pattern(
    'any-verb',
    (words) => new RegExp(`^(?:${words((lexicon) => lexicon.manage)})$`, 'u'),
  );
  const fields = parts.flatMap((part): NounField[] => {
    // "Tickets mit Titel und Tags, mindestens 100": how many there are is no field.
    if (
      /^(?:at least|at most|mindestens|höchstens|maximal|al menos|como máximo|pelo menos|no máximo|au moins|au plus|almeno|al massimo|не менее|не более|не менше|не більше)\s+\d/iu.test(
        part.text,
      )
    )
      return [];
    if (acting.test(part.text)) return [];
    // "…, and invite guests by email" is another clause.
    if (
      parts.length > 2 &&
      /\s(?:by|via)\s/.test(part.text.replace(/\([^)]*\)/g, '')) &&
      part.text.split(' ').length > 3 &&
      inferType(part.text.split(/\s(?:by|via)\s/)[0] ?? '', vocabulary) === undefined
    )
      return [];
    if (
      parts.length > 2 &&
      part.text.split(' ').length > 2 &&
      verb.test(foldText(part.text.split(' ')[0] ?? ''))
    )
      return [];
    const [target] = readLink(part.text, vocabulary.and) ?? [];
    const read =
      target === undefined ? readField(part.text.replace(again, ''), vocabulary) : linkTo(target);
    const field =
      isRequired && read !== undefined
        ? { ...read, facts: { ...read.facts, required: read.facts.required ?? true } }
        : read;
    return field !== undefined && weightOf(field.name) <= 5 && !verbal.test(field.name)
      ? [{ field, start: part.start, end: part.start + part.text.length, text: part.text }]
      : [];
  });
  const short = fields.filter(({ field }) => weightOf(field.name) <= 4).length;
  if (
    isWide(text) &&
    fields.filter(
      ({ field }) => isDataNoun(field.name, reading) || isKnownNoun(field.name, vocabulary),
    ).length <
      parts.length * 0.4
  )
    return undefined;
  return fields.length >= parts.length - 1 && short >= parts.length * 0.75 && fields.length >= least
    ? fields
    : undefined;
}

/** "…, all mandatory": said of each. */
const all =
  /,\s+(?:(?:all|each|alle|alles|tous|toutes|todos|todas|tutti|tutte|allemaal) (?:(?:of them|of which|three|four|five|fields|campos|angaben|felder|champs) )*(?:(?:are|sind|sont|son|são|sono) )?)(?:mandatory|required|pflicht\p{L}*|verpflichtend|obligatori[oa]s?|obrigatóri[oa]s|obbligator\p{L}+|obligatoires?|verplicht)$/iu;

/** "name, weight, and shelf fields": said of all of them. */
const collective =
  /(?<=,[^,]{2,60}) (?:fields|information|details|columns|attributes|data|properties)$/iu;

/** "time are recorded": no noun. */
const verbal =
  /\s(?:is|are|was|were|can|may|cannot|wird|werden|sind|kann|können|est|sont|peut|peuvent|sono|viene|vengono|são|pode|podem|puede|pueden)\s/iu;

/** How many words a name has, without those that only join them: "número máximo de clases por semana" has four. */
export function weightOf(name: string): number {
  return name
    .split(/\s+/)
    .filter(
      (word) =>
        !/^(?:of|per|de|del|da|do|das|dos|des|du|di|della|dei|por|par|pro|la|el|le|von|van)$/iu.test(
          word,
        ),
    ).length;
}

/** Written without spaces: then only known words are believed to be nouns. */
export function isWide(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}

/** "email/password" alone is a list of two. */
function slashed(text: string): string {
  return /^[\p{L}]{3,}\/[\p{L}]{3,}$/u.test(text.trim()) ? text.replace('/', ', ') : text;
}

/** "…, and holds the issue date": the verb is said twice. */
const again =
  /^(?:(?:also |must |should |shall |will |can |may )*(?:has|have|holds?|contains?|includes?|records?|stores?|keeps?)\s+)+(?=(?:an?|the|its|their)\s)|^(?:and )?(?:optionally |also )?(?:enters|selects|chooses|picks|provides|specifies|fills in|types in)\s+(?=\p{L})/iu;

/** "selects a target, clicks Remove": what somebody does on a page. */
const acting =
  /^(?:and )?(?:(?:clicks?|presses|taps|navigates|opens|asks|confirms|submits|redirects|sees)\s|(?:saves|reviews|checks|returns|logs)\s+(?:an?|the|his|her|their|it)\s)/iu;

/** Without what follows the list of fields: why, or in German the verb. A verb said twice ends a list, too. */
function withoutPurpose(text: string): string {
  return (
    text
      // "which singer came to which rehearsal": one attribute each.
      .replace(
        /(?<=^|,\s|\s)(which|what|welche[rsnm]?|welke?|quel(?:le)?s?|qué|quale?|que|qual|какой|какая|какое|który|która) (\p{L}{3,})(?: \p{L}+){0,4}? (?=(?:which|what|welche[rsnm]?|welke?|quel(?:le)?s?|qué|quale?|que|qual|какой|какая|какое|który|która) \p{L}{3,})/giu,
        '$1 $2, ',
      )
      .replace(
        /,\s+which (?:is|are|must be|can be|has to be) ((?:between|at most|at least|up to|from|more than|less than)\s[^,]{1,40})(?=$|[.;])/giu,
        ' ($1)',
      )
      // "a category such as bread or cake", "a lead time, which is 1 unless changed": the noun before it is meant.
      .replace(
        /(?<=\p{L}{3,})\s+(?:such as|like|e\.g\.|for example|for instance|tels? que|comme|tales? como|come ad esempio|wie zum Beispiel|z\. ?B\.)\s(?:(?!\band an?\b)[^.;:])*[.;]?\s*$/iu,
        '',
      )
      .replace(
        /,\s+which\s+(?:is|are|was|were|can|must|may|should|will|has|have)\s(?!an?\s)[^.;()]*$/iu,
        '',
      )
      .replace(/,? and (?=(?:it )?belongs? to )/giu, ', ')
      // "…, with a note if needed": one attribute more.
      .replace(
        /,\s+(?:with|con|com|avec|mit|met) (?=(?:an?|una?|uma?|une?|einer?|een|optional)\s\p{L}+(?:\s(?:if|se|si|falls|quando|where|optional)\s?[^,]*)?[.]?$)/iu,
        ', ',
      )
      .replace(
        /(?:,\s+(?:para|pour|per|to|aby|żeby|чтобы|щоб)\s+\p{L}+(?:\s|$)|[,.]?\s+(?:so that|in order to|so i can|to help|para que|afin (?:de|que)|damit|um zu|perch[eé]|чтобы|agar|supaya|sehingga)\s).*$/isu,
        '',
      )
      .replace(
        /,\s+(?:which|who|qui|der|die|das|que|che|die|który|która|которая|который)\s+(?:is|are|est|sont|ist|sind|es|son|é|são|è|is|zijn|jest)\s+(?:an?|une?|un|una|uma?|eine?|een)\s+(\p{L}+)(?=$|[.,;])/giu,
        ' (reference to $1)',
      )
      .replace(
        /,?\s+(?:which|that)\s+(?:has to be|have to be|must be|should be|shall be|is|are)\s+(unique|optional|required|mandatory)(?=$|[,.;])/giu,
        ' ($1)',
      )
      .replace(
        /,?\s+and\s+(?:it\s+|that\s+)?(?:belongs?|is|are|can|may|must|costs?|runs?|lasts?|takes?)\s.*$/isu,
        '',
      )
      .replace(
        /,?\s+and\s+(?:records|manages|stores|keeps|tracks|handles|creates|lets|allows|supports|sends)\s+(?!(?:an?|the|its|their)\s).*$/isu,
        '',
      )
      .replace(
        /,?\s+and(?: also)?(?=\s+(?:has|have|holds?|contains?|includes?|records?|stores?|keeps?)\s)/giu,
        ',',
      )
      .replace(/\s+(?:verwaltet|verwalten|speichert|speichern|erfasst|erfassen|enthält)\.?$/iu, '')
  );
}

function isAttribute(text: string, reading: Reading): boolean {
  if (inferType(text, reading.vocabulary) !== undefined) return true;
  const field = weightOf(text) <= 4 ? readField(text, reading.vocabulary) : undefined;
  return field !== undefined && isDataNoun(field.name, reading);
}

/** "start date and end date, title": two fields in the middle of a list. */
function pair(part: Part, reading: Reading): readonly Part[] {
  // "the attendee's name and e-mail address": both are the attendee's.
  const owned =
    /^((?:the |an? )?\p{L}+['’]s?) (\p{L}+(?: \p{L}+)?) and (\p{L}[\p{L}-]*(?: \p{L}+)?)$/iu.exec(
      part.text,
    );
  if (owned !== null)
    return [owned[2], owned[3]].map((name) => ({
      text: `${owned[1]} ${name}`,
      start: part.start,
    }));
  if (moment.test(part.text)) return [part];
  const halves = part.text.split(/\s+(?:and|y|e|et|und|и|dan)\s+/u);
  const isTwo = halves.length === 2 && halves.every((half) => isAttribute(half, reading));
  return isTwo ? halves.map((text) => ({ text, start: part.start })) : [part];
}
