import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Reading } from '../reading.ts';
import { weightOf } from '../recognise/noun-fields.ts';
import type { NounField } from '../recognise/noun-fields.ts';
import type { FramePatterns } from './frame-patterns.ts';
import { nameAt } from './name-at.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { Language } from '../../words/language.ts';
import { plainLetters } from './plain-letters.ts';

/** The attributes that a list names; `parts` counts what stands between its commas, attribute or not. */
export interface ListedAttributes {
  readonly fields: readonly NounField[];
  readonly parts: number;
}

/** "the boat's name, its length overall and its draught, both in metres" → name, length overall, draught. */
export function attributesIn(
  text: string,
  reading: Reading,
  patterns: FramePatterns,
  owner: string,
): ListedAttributes {
  const { vocabulary } = reading;
  const list = prepared(text);
  const parts = splitList(list, vocabulary);
  const isDefinite = patterns.article.test(plainLetters(parts[0]?.text ?? ''));
  let until = parts.length;
  let asides = 0;
  const fields = parts.flatMap((part, index): readonly NounField[] => {
    if (index >= until) return [];
    const written = attributeText(part.text, patterns, reading, owner);
    const field = written === undefined ? undefined : readField(written, vocabulary);
    if (
      field === undefined ||
      weightOf(field.name) > 4 ||
      !isName(field.name, patterns) ||
      isClause(part.text, isDefinite && index > 0, patterns)
    ) {
      if (isAside(part.text, patterns)) asides += 1;
      // "a number, and that number never changes": another clause.
      if (index > 0 && part.text.split(' ').length > 4) until = index;
      return [];
    }
    return [{ field, start: part.start, end: part.start + part.text.length, text: part.text }];
  });
  const next = parts[until];
  if (next !== undefined) return attributesIn(list.slice(0, next.start), reading, patterns, owner);
  return { fields, parts: parts.length - asides };
}

/** "with two decimals": said of the part before it. */
function isAside(text: string, { small, article }: FramePatterns): boolean {
  const plain = plainLetters(text.trim());
  const [first = ''] = plain.split(/\s/);
  return small.test(first) && !article.test(plain) && !questions.test(first);
}

/** "the owner and takes the water of a canal": where the first part has an article, a long one without is a clause. */
function isClause(text: string, isDefinite: boolean, { article }: FramePatterns): boolean {
  const plain = plainLetters(text.trim());
  return (
    isDefinite && !article.test(plain) && plain.replace(/\(.*$/, '').trim().split(/\s+/).length > 3
  );
}

/** A list that can be split at its commas. */
function prepared(text: string): string {
  return (
    withoutTail(text)
      // "name, weight, and shelf fields"
      .replace(/(?<=,[^,]{2,60}) (?:fields?|information|details|columns|attributes|data)$/iu, '')
      .replace(
        /(?<=\p{L})\s(?:such as|for example|e\.g\.|z\. ?B\.|par exemple|tels? que|por ejemplo|tales como|por exemplo|ad esempio|zoals|bijvoorbeeld)\s[^();:]*$/iu,
        '',
      )
      .replace(/(?<![\p{L}])(?:an? |the )?flag (?=whether)/giu, '')
      // "welches Mitglied welches Gerät mitnimmt": one attribute each.
      .replace(
        /(?<![\p{L}])((?:which|welche[rsnm]?|quel(?:le)?s?|qué|quale|qual|welke?) \p{L}{3,})(?: \p{L}+){0,4}? (?=(?:which|welche[rsnm]?|quel(?:le)?s?|qué|quale|qual|welke?) \p{L}{3,})/giu,
        '$1, ',
      )
      .replace(/(?:^|(?<=[,\s]))who (?:it is|they are|comes) \(([^()]+)\)/giu, '$1')
      .replace(/ (?:an|ein|auf|fest|vast)(?=,|$)/gu, '')
  );
}

/** A name without clauses in it: no article, pronoun or verb but at its ends, where "from date" and "valid until" have one. */
export function isClean(name: string, { small, article, joint }: FramePatterns): boolean {
  const words = plainLetters(name).split(/\s+/);
  if (article.test(`${words[0]} `)) return false;
  return words
    .slice(1, -1)
    .every((word) => joint.test(word) || (!small.test(word) && !article.test(`${word} `)));
}

/** "both in metres with two decimals": said of what stands before. */
function withoutTail(text: string): string {
  const tail =
    /,\s+(?:both|all|each|beides?|alle|les deux|tous|ambos|ambas|entrambi|beide)\s[^,()]*$/.exec(
      plainLetters(text),
    );
  return (tail === null ? text : text.slice(0, tail.index))
    .replace(
      /,\s+(?:that is|i\.e\.|which|who|that|qui|dont|que|cioè|ossia|es decir|ou seja|das heißt|d\.\s?h\.|(?:den|der|die|das|dem|deren) (?=(?:er|sie|es|man|wir|der|die|das|eine?|sich|nur|noch|immer|erst|meist) ))\s[^,()]*(?=,|$)/giu,
      ',',
    )
    .replace(
      /,?\s+(?:plus|as well as|ainsi que|así como|assim como|nonché|sowie|alsmede)\s+/giu,
      ', ',
    )
    .replace(/[\s,;:]+(?:and|und|et|y|e|en)?\s*$/iu, '');
}

/** A part without what only goes with it: "for the boat", "that is on the label". */
function attributeText(
  written: string,
  patterns: FramePatterns,
  reading: Reading,
  owner: string,
): string | undefined {
  const text = withoutOwner(written.trim(), reading, owner);
  const plain = plainLetters(text);
  const bracket = plain.indexOf('(');
  const end = bracket < 0 ? plain.length : bracket;
  const head = plain.slice(0, end);
  const asked = asking.exec(head);
  if (asked !== null) {
    const name = nameAt(head, asked[0].length, patterns);
    return name === undefined
      ? undefined
      : `${text.slice(name.start, name.end)} ${text.slice(end)}`;
  }
  const flag = flagIn(text, head);
  if (flag !== undefined) return `whether it is ${flag}`;
  const [first = ''] = head.split(/\s/);
  if (patterns.small.test(first) && !patterns.article.test(head) && !questions.test(first))
    return undefined;
  const who = /^who (\p{L}+ed)$/iu.exec(head.trim())?.[1];
  if (who !== undefined) return `${who} by`;
  const sized = limit.exec(head);
  if (sized !== null && end === plain.length)
    return `${text.slice(patterns.article.exec(head)?.[0].length ?? 0, sized.index)} (${sized[1]})`;
  const moment = momentIn(text.slice(0, end));
  if (moment !== undefined) return moment;
  const given = /^(?:the|each|every) [a-z]+ (?=an? [a-z])/.exec(head)?.[0].length ?? 0;
  if (given > 0) return text.slice(given);
  if (/^(?:the )?(?:date|day|time) .*(?<![a-z])(?:is|was|were|are|been)(?![a-z])/.test(head))
    return text;
  const cut = relative.exec(head);
  if (cut === null || cut.index < 3)
    return patterns.not.test(head)
      ? undefined
      : text.slice(patterns.article.exec(head)?.[0].length ?? 0);
  if (patterns.not.test(head.slice(0, cut.index))) return undefined;
  const skipped = patterns.article.exec(head)?.[0].length ?? 0;
  const kept = head
    .slice(0, cut.index)
    .replace(
      /(?:\s+(?:de|del|da|do|di|du|des|a|en|em|in|la|el|las|los|le|les|il|lo|o|os|as|of|the))+$/,
      '',
    );
  return `${text.slice(skipped, kept.length)} ${text.slice(end)}`.trim();
}

/** "whether there is shore power", "si le plat est bio", "se c'è infestazione": what is asked. */
function flagIn(text: string, head: string): string | undefined {
  const there =
    /^(?:whether (?:there(?:'s| is| are)|(?:it|they|he|she|you) (?:has|have|brings?|uses?|needs?|wants?)) (?:an? |any |their |its |his |her )?|s'il y a (?:une? |des |de l'|du )?|si hay (?:una? )?|se ha (?:uma? )?|se c'e (?:un[oa']? ?)?|se ci sono |of er (?:een )?)/.exec(
      head,
    );
  if (there !== null)
    return text.slice(there[0].length, head.length).replace(/ (?:is|zijn|are)$/u, '');
  const state =
    /^(?:whether (?:(?:it|they|he|she|you)(?:'s|'ve| has| have| is| are| was)(?: been)?)|si (?:l'|le |la |les )?[a-z' -]{2,30}? (?:est|sont|a ete|ont ete)|s'(?:il|elle) (?:est|a ete)|se (?:[oa] )?[a-z]+ (?:esta|e|foi)|si (?:el |la )?[a-z]+ (?:esta|es|ha sido)|se (?:il |la |lo |l')?[a-z]+ (?:e|e stat[oa]|viene)) /.exec(
      head,
    );
  return state === null ? undefined : text.slice(state[0].length, head.length);
}

/** "the boat's name", "the date of the inspection": of what is spoken of. */
function withoutOwner(written: string, { language }: Reading, owner: string): string {
  const whose = /^(?:the |each |every )?(\p{L}[\p{L} -]{1,30})['’]s? (?=\p{L})/iu.exec(written);
  const stems = stemPhrase(owner, language);
  if (whose !== null && sameThing(whose[1] ?? '', stems, language))
    return written.slice(whose[0].length);
  const of =
    /\s(?:of|for|des|der|du|de la|de l['’]|del|della|dell['’]|do|da|van de|van het) ?(?:the |an? |each )?(\p{L}[\p{L}-]{2,30})(?=$|\s*[(,])/iu.exec(
      written,
    );
  return of !== null && sameThing(of[1] ?? '', stems, language)
    ? `${written.slice(0, of.index)}${written.slice(of.index + of[0].length)}`
    : written;
}

function sameThing(written: string, stems: string, language: Language): boolean {
  const stem = stemPhrase(written, language);
  if (stem === stems || stems.endsWith(` ${stem}`)) return true;
  // "Datum der Meldung" of a Schadensmeldung.
  const isCompound = (language === 'de' || language === 'nl') && stem.length > 3;
  return isCompound && (stems.endsWith(stem) || stems.startsWith(stem));
}

/** "the date the insurance expires", "the time it starts": "insurance expires on", "starts at". */
function momentIn(head: string): string | undefined {
  const found =
    /^(?:the )?(date|day|time)(?: and time)? (?:(?:when|on which|at which|that) )?(?:(?:it|they|he|she|you)|(?:the|its|their|your|his|her|an?) (\p{L}+(?: \p{L}+)?)) (\p{L}{3,}(?:s|ed))(?: (out|off|up|in|away))?$/iu.exec(
      head.trim(),
    );
  if (found === null) return undefined;
  const [, kind = '', thing, verb = '', particle] = found;
  const name = [thing, verb, particle].filter((word) => word !== undefined).join(' ');
  return `${name} ${/^time/i.test(kind) ? 'at: datetime' : 'on: date'}`;
}

/** "which hive", "in what direction", "who's the opponent": the noun is meant. */
const asking =
  /^(?:(?:in|at|for|to|on|by|bei|fur|an|in|mit|pour|dans|de|en|para|con|a|per|com|voor|van|met|op) )?(?:which|what(?! [a-z]+ed )|welche[rsnm]?|quel(?:le)?s?|que|qual[ei]?|quali|quais|cual|welke?)\s+(?=[a-z])|^who(?:'s| is) (?=the )/;
const questions =
  /^(?:whether|when|who|how|ob|wann|wer|wie|si|s'il|quand|combien|cuando|cuantos|cuantas|se|quando|quanti|quante|wie|wanneer|hoeveel|of)$/;

const limit =
  /\s(?:of |with |von |mit |de |con |com |d')?((?:at least|at most|up to|no more than|max\.?|maximum|mindestens|hochstens|maximal|bis zu|au moins|au plus|al menos|como maximo|hasta|pelo menos|no maximo|ate|almeno|al massimo|fino a|minstens|hoogstens|maximaal|ten minste) \d.*)$/;

/** A clause or a place behind a noun. */
const relative =
  /\s(?:(?:that|who|which|where|on which|in which|for which|to which|qui|que|dont|ou|che|cui|onde|waar|waarop)\s|(?:it|they|he|she|we|you|i|one)(?:'s|'re|'ve)?\s[a-z]|like\s|such as\s|["“„«]|[a-z]{3,}(?:ed|ten) (?:on|by|in|at|from|to|with)\s|(?:for|of) (?:it|them)(?![a-z])|(?:para|pour|zum|to)\s|per (?=[a-z]+re )|(?:from|at|by|aboard|per|into|against|until|as|als|aus|laut|beim|bei|nach|vor|chez|desde|segun|presso|bij)\s(?!(?:which|whom)))/;

/** No verb, pronoun or preposition begins a name. */
function isName(name: string, { small }: FramePatterns): boolean {
  const words = plainLetters(name).split(/\s+/);
  return (
    !small.test(words[0] ?? '') &&
    (!small.test(words.at(-1) ?? '') || /^(?:on|at|by)$/.test(words.at(-1) ?? '')) &&
    !/\d{3}|["„“”«»]/.test(name) &&
    // "Escribir comentarios sobre las obras": of the works.
    !/\s(?:sobre|sur|sui|sul|sull[ae']|sugli)\s/iu.test(name) &&
    name.length > 1
  );
}
