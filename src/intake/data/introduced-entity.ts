import type { Block } from '../document/document.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';
import { withoutNumber } from '../words/without-number.ts';
import { dataInGeneral, entityName } from './entity-name.ts';
import type { EntityName } from './entity-name.ts';
import { keptForEach } from './kept-for-each.ts';
import { objectBefore } from './object-before.ts';
import { matchText } from '../words/match-text.ts';
import { isSqlColumn } from './sql-column.ts';

/** Words for fields, folded. */
const fieldNouns =
  /(?<![a-z])(?:attributes?|fields?|propert(?:y|ies)|columns?|data ?(?:fields?|points?|elements?)?|information|details|campos?|atributos?|datos|dados|informac(?:ion|ao|oes)|propiedades|propriedades|colunas|columnas|champs?|attributs?|donnees|informations|proprietes|colonnes|felder|attribute|daten(?:felder)?|eigenschaften|spalten|angaben|campi|attributi|dati|informazioni|proprieta|пол(?:я|ей)|атрибут\S*|данные|реквизиты|свойства|характеристики)(?![a-z])/u;
/** A lead-in without its own subject: "It shall include". */
const endsInHaving =
  /(?:^|\s)(?:has|have|having|includes?|contains?|consists? of|comprises?|stores?|with|tiene|tendra|contiene|incluye|debe (?:tener|incluir|contener)|possui|possuira|tem|tera|contem|inclui|deve (?:ter|conter|incluir)|comprend|contient|inclut|hat|enthalt|umfasst|besitzt|contiene|comprende|include|содержит|включает|имеет)$/u;

/** "Sync with the Web Store": a shop, and no verb. */
const shop = /\p{L} Stores?$/u;

/** "Build an operations platform with": these are its functions. */
const ofSystem =
  /(?:^|\s)(?:platform|system|app|application|service|software|tool|product|website|site|solution|mvp|dashboard|portal) (?:with|including|includes|having|that (?:has|includes))$/u;

/** "A boat record must contain at least:" says of what, and that there may be more. */
const least =
  /,? (?:at (?:the )?(?:least|minimum)|as a minimum|mindestens|(?:tout )?au moins|au minimum|(?:al|por lo) menos|como minimo|como mínimo|(?:pelo|ao) menos|no mínimo|almeno|minimaal|ten minste|как минимум)$/iu;

/** "Table orders:", "Таблица orders", "orders テーブル". */
const tableNamed =
  /^(?:(?:database )?table|tabla|tabela|tabelle|tabella|tabel|koleksi|entitas|таблиця|таблица|сущность|entity|entidad|entidade|entité|entità|entität)\s*[:：]?\s+[`"'«]?([\p{L}_][\p{L}\p{N}_]{1,40})[`"'»]?$|^[`"]?([\p{L}_][\p{L}\p{N}_]{1,40}?)[`"]?\s*(?:テーブル|테이블|数据表)$/iu;

/** The entity of a line that names a table and says nothing else. */
export function namedTable(text: string, vocabulary: Vocabulary): EntityName | undefined {
  const line = text.trim().replace(/\s\([^()]{1,40}\)$/u, '');
  const found = tableNamed.exec(withoutNumber(line.replace(/[\s:：]+$/u, '')));
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? undefined : entityName(name, vocabulary, true);
}

/** "`shifts` tablosu:" above two columns of SQL or more is a table, whatever the word beside its name is. */
export function columnsInCode(
  block: Block,
  points: readonly Block[],
  vocabulary: Vocabulary,
): EntityName | undefined {
  const [mark, ...others] = block.marks.filter(({ kind }) => kind === 'code');
  if (mark === undefined || others.length > 0) return undefined;
  const around = `${block.text.slice(0, mark.start)} ${block.text.slice(mark.end)}`;
  if (
    around
      .trim()
      .replace(/\([^()]{1,40}\)|[\s:：]+$/gu, '')
      .trim()
      .split(/\s+/).length > 2
  )
    return undefined;
  const columns = points.filter(({ text }) => isSqlColumn(text)).length;
  if (columns < 2 || columns < points.length * 0.6) return undefined;
  return entityName(block.text.slice(mark.start, mark.end), vocabulary, true);
}

/** "User Table:", above points of which one is the name of a column; "Results table:" of a page has none. */
export function tableCalled(
  block: Block,
  points: readonly Block[],
  vocabulary: Vocabulary,
): EntityName | undefined {
  const name = called.exec(block.text.trim())?.[1];
  return name === undefined || !points.some(({ text }) => column.test(text))
    ? undefined
    : entityName(name, vocabulary, true);
}

const called = /^(\p{L}[\p{L}_]{1,30}(?: \p{L}{2,30})?) (?:table|tabel)\s*[:：]$/iu;
const column = /^`?(?:id`?(?:$|[\s(:,-])|[a-z]+(?:_[a-z\d]+|[A-Z][a-z\d]+))/u;

/** "La table `messages` est structurée comme suit :": the only name in code beside the word table. */
export function tableInCode(block: Block, vocabulary: Vocabulary): EntityName | undefined {
  const [mark, ...others] = block.marks.filter(({ kind }) => kind === 'code');
  if (mark === undefined || others.length > 0 || !/[:：]\s*$/u.test(block.text)) return undefined;
  const before = foldText(block.text.slice(0, mark.start));
  const after = block.text.slice(mark.end);
  if (!beforeTable.test(before) && !/^ ?(?:テーブル|테이블|数据表|表|table)(?!\p{Ll})/u.test(after))
    return undefined;
  return entityName(block.text.slice(mark.start, mark.end), vocabulary, true);
}

const beforeTable =
  /(?:^|\s)(?:table|tabla|tabela|tabelle|tabella|tabeli|tabulka|tabel|koleksi|entitas|таблиц\S|collection|coleccion|colecao|entity|entidad|entidade|entite|entita|сущност\S)\s*$/u;

/**
 * What a lead-in announces: "Each vehicle has:", "Order attributes", "Campos:".
 * @returns undefined when it announces no fields; `name` is undefined when it names no entity itself
 */
export function introducedEntity(
  text: string,
  vocabulary: Vocabulary,
): { name: EntityName | undefined } | undefined {
  const last = (text.trim().split('\n').at(-1) ?? '').trim();
  // "Users can create invoices. An invoice has the following fields:" announces in its last sentence.
  const line = last.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? last;
  if (line.length > 200) return undefined;
  const bare = withoutNumber(line.replace(/[\s:：.。*]+$/u, '')).replace(least, '');
  if (bare === '' || bare.length > 160) return undefined;
  if (ofSystem.test(foldText(bare)) || shop.test(bare)) return undefined;
  // What a sentence "each X has …" would be with fields; here they follow as a list.
  for (const lexicon of vocabulary.lexicons) {
    for (const pattern of lexicon.has) {
      const entity = matchText(pattern, `${bare} §`)?.groups;
      if (
        entity?.['entity'] === undefined ||
        !(entity['fields'] ?? '')
          .trim()
          .replace(/^[:：\s]+/, '')
          .startsWith('§')
      )
        continue;
      const name = entityName(entity['entity'], vocabulary, true);
      if (name !== undefined) return { name };
    }
  }
  const kept = /[:：]\s*$/u.test(line) ? keptForEach(bare, vocabulary) : undefined;
  if (kept !== undefined) return { name: kept };
  const table = namedTable(bare, vocabulary);
  if (table !== undefined) return { name: table };
  const described = /[:：]\s*$/u.test(line) ? classified.exec(bare)?.[1] : undefined;
  if (described !== undefined) return { name: entityName(described, vocabulary, true) };
  const object = announcedObject(bare, vocabulary);
  if (object !== undefined) return { name: object };
  const folded = foldText(bare);
  const after =
    /(?:以下|次)の(?:項目|属性|情報|フィールド|データ)を(?:持つ|もつ|含む|有する|保持する)([\p{L}ー]{2,12}?)(?:を|が|は|$)/u.exec(
      bare,
    )?.[1];
  if (after !== undefined) return { name: entityName(after, vocabulary, true) };
  if (
    /[^\x20-\x7e]/.test(bare) &&
    ['ja', 'zh', 'ko'].some((language) => vocabulary.lexicons[0]?.language === language)
  ) {
    return /(?:属性|項目|字段|フィールド|構成要素|カラム|필드|속성|항목|数据项|列)(?:一覧|列表|목록)?$|(?:情報|信息|정보)$/u.test(
      bare.replace(/\s*[(（][^()（）]{1,12}[)）]$/u, ''),
    )
      ? { name: entityName(bare, vocabulary, true) }
      : undefined;
  }
  if (
    /^the following (?:fields|attributes|data|information|details) (?:is|are|must|should|shall|will)\b/.test(
      folded,
    )
  )
    return {
      name: objectBefore(
        last.slice(0, last.length - line.length).replace(/[.!?]\s+$/, ''),
        vocabulary,
      ),
    };
  // "The lead books in a donation. Fields:" announces what the sentence before ends with.
  if (/^(?:the )?(?:fields|attributes|data|details|information|columns)$/.test(folded)) {
    const said = last.slice(0, last.length - line.length).replace(/[.!?]\s+$/, '');
    const thing = /\b(?:an?|new) (\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?)$/u.exec(said)?.[1];
    const name = thing === undefined ? undefined : entityName(thing, vocabulary);
    if (name !== undefined) return { name };
  }
  // "Data validation strategy:"
  if (vocabulary.lexicons.length === 1 && dataInGeneral.test(folded)) return undefined;
  if (folded.split(' ').length > 9 || !(fieldNouns.test(folded) || endsInHaving.test(folded)))
    return undefined;
  return { name: entityName(bare, vocabulary, true) };
}

/** "Materials must be tagged by:" */
const classified =
  /^((?:\p{L}+ )?\p{L}+) (?:must|should|shall|are|is|can|will)(?: be)?(?: \p{L}+){0,4}? (?:tagged|labell?ed|classified|categori[sz]ed|described|characteri[sz]ed) (?:by|with)$/iu;

const announcing =
  /^(.{4,120}?),?\s+(?:with|including|containing|having|by (?:providing|entering|specifying|giving)|providing|specifying|consisting of|that (?:has|have|includes?|contains?))(?:\s+(?:the|at least|all|following|these|required|basic))*(?:\s+(?:attributes|fields|properties|columns|data|details|information|items))?$/iu;

/** "Managers can add vehicles with the following attributes" announces fields of vehicles. */
function announcedObject(bare: string, vocabulary: Vocabulary): EntityName | undefined {
  const head = announcing.exec(bare)?.[1];
  return head === undefined ? undefined : objectBefore(head, vocabulary);
}
