import type { Language } from '../words/language.ts';

/**
 * Chinese words that a clause begins with, where no noun does: what may, must or is just being done, when, where and
 * by what. Behind a bar stand the nouns that begin with the same character.
 */
const first = [
  '能(?!力|源|量|耗|效|级)',
  '应(?:该|当|在|能|自动|支持|提供|优先|为|对)',
  '需(?!求|量|方)',
  '将(?!军|领)',
  '不(?!动产|良|合格|锈)',
  '仅',
  '只(?!读)',
  '在(?!线|职|校|库|途|场|岗|册|售|建|编|读|研|制)',
  '按(?!钮|摩|揭|键)',
  '从(?!业|属)',
  '若',
  '如(?:果|何|需)',
  '当(?!事|地|日|前库|班|铺)',
  '则',
  '且',
  '也',
  '还(?!款|书|车|贷)',
  '再(?!生)',
  '其(?!他)',
  '该',
  '此',
  '让',
  '使用(?!者|人|单位|记录|权|量)',
  '为了?(?!人|期)',
  '根据|基于|通过|对于|关于|由于|正在|是否|避免|防止|确保|保证|默认',
  '自动(?!售|化|驾|档|挡|机|柜|门|规则)',
  '并(?!购)',
  '已(?!付|收|用|购)',
].join('|');

/** What it ends with where a verb or a noun was to follow. */
const last = [
  '(?:自|手|主|被)动',
  '(?:立|实)时',
  '(?<=\\p{Script=Han}{2})(?:并|且|或|及|和|与|的|地|将|能|可|应|在|按|从|对|为|以|并且|以及|以便|用于)',
  '界面|页面',
].join('|');

/** Two nouns are no name of one thing; a participant is. */
const joined =
  '\\p{Script=Han}{2,}(?<!参|赠|给|授)与\\p{Script=Han}{2,}|\\p{Script=Han}{2,}(?<!共|温|饱|缓|总)和\\p{Script=Han}{2,}|\\p{Script=Han}{2,}(?<!普|涉|以)及\\p{Script=Han}{2,}';

const pieces: Readonly<Partial<Record<Language, RegExp>>> = {
  zh: new RegExp(`^(?:${first})|(?:${last})$|${joined}`, 'u'),
};

/** A piece of a sentence of a language that puts no blanks between its words: no name, and no attribute. */
export function isWidePiece(text: string, language: Language): boolean {
  return /\p{Script=Han}/u.test(text) && pieces[language]?.test(text.trim()) === true;
}
