import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { headingTitle } from '../../document/heading-title.ts';
import { spanIn } from '../../document/span-in.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import { sentencesOf } from '../../words/sentences.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName, foldKeepingLength, hasStopHead } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** Languages in which the verb follows its object. */
const suffixed: ReadonlySet<string> = new Set(['ja', 'zh', 'ko']);
const romance: ReadonlySet<string> = new Set(['es', 'pt', 'fr', 'it']);

/** Objects of verbs that keep things: "register clients", "Gestión de proveedores", "タスクを登録", "CRUD de veículos". */
export const managed: Recogniser = (reading) => {
  const claims: Claim[] = [];
  for (const block of reading.document.blocks) {
    if (block.kind === 'code' || !isAboutService(reading.kinds[block.section]) || isDocumentTitle(block, reading)) continue;
    const sentences = block.kind === 'row' ? block.cells.map((cell) => ({ text: cell.text, start: cell.start, end: cell.start + cell.text.length })) : sentencesOf(block);
    for (const sentence of sentences) {
      if (sentence.text.length > 600) continue;
      const source = spanIn(reading.document, block, sentence.start, sentence.end);
      for (const name of objectsOf(sentence.text.replace(/\n/g, ' '), block, reading)) {
        claims.push({ kind: 'entity', name: name.name, also: [], evidence: 'managed', source, section: block.section });
      }
    }
  }
  return claims;
};

/** "Library management system" names the whole, not a record. */
function isDocumentTitle(block: Block, { document }: Reading): boolean {
  return block.kind === 'heading' && (block.section === 1 || block.depth === 1) && document.sections.filter((section) => section.depth === 1).length <= 2;
}

function objectsOf(text: string, block: Block, reading: Reading): readonly EntityName[] {
  const { vocabulary, language } = reading;
  const usable = foldKeepingLength(text);
  const phrases = vocabulary.lexicons.flatMap((lexicon) => (suffixed.has(lexicon.language) ? before(text, lexicon, vocabulary) : after(text, usable, lexicon, block, vocabulary)));
  return phrases.flatMap((phrase) =>
    splitList(phrase, vocabulary)
      .flatMap((part) => part.text.split('/'))
      .map((part) => entityName(part.replace(wrapped, ''), vocabulary))
      .filter((name): name is EntityName => name !== undefined && !hasStopHead(name.name, vocabulary, romance.has(language)) && !/\d/.test(name.name)),
  );
}

/** A profile, a record or a list of something is that thing. */
const wrapped = /\s+(?:profiles?|records?|entries|lists?|items list)$/i;

const ends = '(?=$|[.,;:()\\[\\]"“”]|\\s+(?:to|by|for|with|from|in|on|at|when|if|that|which|who|through|via|using|as|before|after|based|per|into|within|including|across|so|while|where|without|con|por|para|en|cuando|que|mediante|segun|a|desde|com|em|quando|ao|no|na|avec|par|pour|dans|qui|lors|mit|durch|fur|im|auf|wenn|welche|tramite|с|по|для|в|при|через|на|из)\\s)';

/** `<verb> (and <verb>)* <object>` up to a preposition or the end of the clause. */
function after(text: string, usable: string, lexicon: Lexicon, block: Block, vocabulary: Vocabulary): readonly string[] {
  const verb = `(?:${lexicon.manage})`;
  const noun = `(?:${lexicon.managing})`;
  const link = `(?:\\s*(?:,|/|&|\\b(?:${lexicon.and}|${lexicon.or})\\b)\\s*)+`;
  const of = "(?:\\s+(?:of|de|del|da|do|dos|das|des|du|di|della|dei|degli|delle|von|der|fur|for)(?=\\s)|\\s+d')";
  const pattern = vocabulary.pattern(`managed/${lexicon.language}`, () => new RegExp(`(?<![\\p{L}-])(?:(?:${verb}|${noun})(?:${link}))*(?:${verb}|${noun}${lexicon.language === 'ru' ? '' : of})(?:\\s+(?:${lexicon.articles}))*\\s+([\\p{L}][\\p{L}\\p{N}' /&-]{1,60}?)${ends}`, 'gu'));
  const leading = vocabulary.pattern(`leading/${lexicon.language}`, () => new RegExp(`^([\\p{L}][\\p{L}\\p{N}' -]{1,40}?)\\s+(?:${lexicon.managing})(?=$|\\s*[(:&]|\\s+(?:and|&|y|e|et|und|и)\\s)`, 'u'));
  const phrases = [...usable.matchAll(pattern)].map((found) => {
    const start = found.index + found[0].length - (found[1] ?? '').length;
    return text.slice(start, start + (found[1] ?? '').length);
  });
  const isShort = block.kind === 'heading' || usable.length < 50;
  const title = isShort ? leading.exec(foldKeepingLength(headingTitle(text))) : null;
  const component = block.kind === 'heading' ? /^([\p{L} -]{2,40}) (?:service|module|modulo|modul|servicio|servico|микросервис|модуль)$/iu.exec(headingTitle(text)) : null;
  return [...phrases, ...[title?.[1], component?.[1]].filter((phrase) => phrase !== undefined)];
}

/** `<object>を<verb>`, `<object> 관리`, `<object>管理`. */
function before(text: string, lexicon: Lexicon, vocabulary: Vocabulary): readonly string[] {
  const particle = lexicon.language === 'ja' ? '(?:を|の)?(?:新規|一覧|詳細)?(?:から)?' : lexicon.language === 'ko' ? '(?:을|를|의)?\\s*(?:목록|상세)?(?:을|를)?\\s*' : '(?:的|信息|列表|记录|资料)?(?:的)?';
  const object = lexicon.language === 'ko' ? '([\\p{L}\\p{N}]{1,10}(?: [\\p{L}\\p{N}]{1,8})??)' : '([\\p{L}\\p{N}ー]{1,12}?)';
  const trailing = vocabulary.pattern(`before/${lexicon.language}`, () => new RegExp(`(?:^|[\\s、，,・「（(は：:/]|자신의 |본인의 )${object}${particle}(?:${lexicon.managing}|${lexicon.manage})`, 'gu'));
  const leading = vocabulary.pattern(`verb-first/${lexicon.language}`, () => new RegExp(`(?:${lexicon.manage})(?:和|与|、|/|及)?(?:${lexicon.manage})?([\\p{Script=Han}]{2,6})(?=$|[，。、；,;（(])`, 'gu'));
  const found = [...text.matchAll(trailing)].map((match) => match[1] ?? '');
  return lexicon.language === 'zh' ? [...found, ...[...text.matchAll(leading)].map((match) => match[1] ?? '')] : found;
}
