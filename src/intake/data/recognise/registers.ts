import { inferType } from '../../declaration/infer-type.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import { nonLatin } from '../../words/script.ts';
import { withoutNumber } from '../../words/without-number.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { isDataNoun } from '../data-noun.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** A line that says which registers there are: "Stammdaten: Kunden, Artikel", "Anagrafiche: clienti, mezzi", "マスタ：顧客、商品". */
export const registers: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
    if (!isAboutService(reading.kinds[block.section])) return [];
    let start = 0;
    return block.text.split('\n').flatMap((line) => {
      const at = start;
      start += line.length + 1;
      return line.length > 600 ? [] : inLine(line, at, block, reading);
    });
  });

function inLine(line: string, start: number, block: Block, reading: Reading): readonly Claim[] {
  const found = /^\s*([^:：]{2,40}?)\s*[:：]\s*(\S.+)$/u.exec(withoutNumber(line));
  if (found === null || !register.test(foldText(found[1] ?? ''))) return [];
  const { vocabulary, document } = reading;
  const parts = splitList(found[2] ?? '', vocabulary).map(({ text }) => text.trim());
  const names = parts.flatMap((part) => entityName(part, vocabulary) ?? []);
  // The master data of one customer are attributes.
  const isAttribute = (name: string) =>
    nonLatin.test(name) ? inferType(name, vocabulary) !== undefined : isDataNoun(name, reading);
  if (names.length < 2 || names.length < parts.length * 0.7) return [];
  if (names.some(({ name }) => isAttribute(name) || name.split(/\s+/).length > 3)) return [];
  const source = spanIn(document, block, start, start + line.length);
  return names.map(({ name, also }) => ({
    kind: 'entity',
    name,
    also,
    evidence: 'listed',
    source,
    section: block.section,
  }));
}

/** Folded names of what holds the things that everything else refers to. */
const register =
  /^(?:master (?:data|files?|records?)|reference data|anagrafiche(?: di base)?|cadastros(?: basicos| gerais| auxiliares)?|catalogos(?: (?:base|basicos|maestros))?|(?:datos |tablas )?maestr[oa]s|referentiels?|donnees de (?:base|reference)|stammdaten|stammsatze|stamgegevens|slowniki|kartoteki|(?:основные )?справочники|довідники|マスター?(?:データ|管理|一覧)?|基礎データ|基础(?:数据|资料|档案|信息)|主数据|(?:기초|기준) ?(?:데이터|정보)|마스터(?: ?데이터)?)$/u;
