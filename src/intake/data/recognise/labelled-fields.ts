import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { spanIn } from '../../document/span-in.ts';
import { foldText } from '../../words/fold.ts';
import { withoutNumber } from '../../words/without-number.ts';
import { isBelievable } from '../believable.ts';
import { declaredName } from '../certain-name.ts';
import type { Claim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import { headingEntity } from '../heading-entity.ts';
import { ownAccount } from '../own-account.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { objectsOf } from './managed.ts';

/**
 * A line that says itself that fields follow: "Form fields: date, category, quantity" below "Deliveries", "表单字段：日期、类别",
 * "Table 2, materials: name, code", "数据库表八：开机数量表：字段：机台型号".
 */
export const labelledFields: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) => {
    if (!isBelievable(reading.kinds[block.section])) return [];
    if (block.kind === 'row') {
      // A line right below a table belongs to its first column.
      const [cell, ...others] = block.cells.filter(({ text }) => text.trim() !== '');
      return cell === undefined || others.length > 0
        ? []
        : inLine(cell.text, cell.start, block, reading);
    }
    if (block.kind !== 'item' && block.kind !== 'paragraph') return [];
    let start = 0;
    return block.text.split('\n').flatMap((line) => {
      const at = start;
      start += line.length + 1;
      return line.length > longest ? [] : inLine(line, at, block, reading);
    });
  });

const longest = 3000;
const form = /form|entrada|入力|フォーム|表单|录入|입력|양식|ввод|форм/iu;

/** Where the records themselves are kept up: 「管理画面」. */
const ofOffice = /管理画面|管理者画面|back ?office|后台|관리자 ?(?:화면|페이지)/iu;

interface Labels {
  /** What stands before the list, if it is a name. */
  readonly name: string | undefined;
  /** Fields of a form that must be filled in, or need not be. */
  readonly required: boolean | undefined;
  readonly length: number;
}

function inLine(line: string, start: number, block: Block, reading: Reading): readonly Claim[] {
  const labels = labelsOf(line, reading.kinds[block.section] === 'data');
  if (labels === undefined) return [];
  // The columns of a list on a screen are kept somewhere else; what a form asks for is not.
  if (
    reading.kinds[block.section] === 'ui' &&
    !form.test(line.slice(0, labels.length)) &&
    !ofOffice.test(reading.document.sections[block.section]?.title ?? '')
  )
    return [];
  const { vocabulary, document } = reading;
  const listed = line.slice(labels.length).replace(nextLabel, '');
  // 「項目：タイトル / 本文 / 日付」
  const isSlashed = !/[,，、;；]/u.test(listed);
  const parts = splitList(isSlashed ? listed.replace(/\s[/／]\s/gu, ' , ') : listed, vocabulary);
  const fields = parts
    .map(({ text }) => readField(text, vocabulary))
    .filter((field) => field !== undefined && field.name.split(/\s+/).length <= 5)
    .filter((field) => field !== undefined);
  if (parts.length < 2 || fields.length < parts.length * 0.7) return [];
  const owner =
    labels.name === undefined
      ? around(block, reading)
      : withRecord(labels.name, entityName(labels.name, vocabulary, true));
  if (owner === undefined) return [];
  const { name: entity, also } = ownAccount(owner);
  const source = spanIn(document, block, start, start + line.length);
  const shape = { evidence: 'schema', source, section: block.section } as const;
  return [
    { kind: 'entity', name: entity, also, ...shape },
    ...fields.map(({ name, alias, facts }): Claim => ({
      kind: 'field',
      entity,
      name,
      also: alias === undefined ? [] : [alias],
      facts:
        labels.required === undefined || facts.required !== undefined
          ? facts
          : { ...facts, required: labels.required },
      declared: true,
      ...shape,
    })),
  ];
}

/** "…, notes (nullable). Constraint: one for each day" */
const nextLabel = /\.\s+\p{Lu}[\p{L} ]{2,30}[:：]\s.*$/su;

/** "The staff of the clinic. Fields: name, role" */
const behindRemark =
  /^(?!.{1,40} - )[^.!?:：–—]{3,80}[.!?]\s+(\p{L}[\p{L} ]{2,40}?)\s*[:：]\s*(?=\S)/u;

/**
 * The labels at the beginning of a line, the last of which is about fields or a table.
 * @param isData what says more of the thing may stand before them
 */
function labelsOf(line: string, isData: boolean): Labels | undefined {
  const remark = isData ? behindRemark.exec(line) : null;
  if (remark !== null && fieldLabel.test(foldText(remark[1] ?? '')))
    return { name: undefined, required: undefined, length: remark[0].length };
  let found: Labels | undefined;
  let name: string | undefined;
  let length = 0;
  for (let round = 0; round < 4; round += 1) {
    const label = /^\s*([^:：,，、;；]{1,60}?)\s*[:：]\s*(?=\S)/u.exec(line.slice(length));
    if (label === null) break;
    length += label[0].length;
    const text = withoutNumber(`${label[1]} `).trim();
    const folded = foldText(text);
    const table = numberedTable.exec(text);
    if (fieldLabel.test(folded)) {
      const required = optional.test(folded) ? false : must.test(folded) || undefined;
      found = { name, required, length };
    } else if (found !== undefined) break;
    else if (table === null) name ??= text;
    else if (table[1] !== undefined) {
      name = table[1];
      found = { name, required: undefined, length };
    }
  }
  return found;
}

/** What the point above or the heading is about. */
function around(block: Block, reading: Reading): EntityName | undefined {
  const { document, vocabulary } = reading;
  const parent = document.blocks[block.parent];
  if (parent !== undefined)
    return (
      objectsOf(parent.text, parent, reading).find(({ strength }) => strength !== 'mentioned')
        ?.name ?? entityName(parent.text, vocabulary, true)
    );
  const section = document.sections[block.section];
  return section === undefined || section.depth === 0
    ? undefined
    : withRecord(
        section.title,
        headingEntity(block, reading) ?? declaredName(section, reading, true),
      );
}

/** What has fields is the record of a loan, "借阅记录", and not the loan. */
function withRecord(written: string, found: EntityName | undefined): EntityName | undefined {
  if (found === undefined) return undefined;
  const bare = written
    .replace(/\s*[(（].*$/u, '')
    .replace(/表$/u, '')
    .trim();
  return /^.{2,}(?:记录|記録|기록)$/u.test(bare) && bare.slice(0, -2).trimEnd() === found.name
    ? { ...found, name: bare, also: [...found.also, found.name] }
    : found;
}

/** "Table 3: …" has no name; "Table 3 materials: …" has one. */
const numberedTable =
  /^(?:(?:数据库?)?表格?\s*[\d一二三四五六七八九十]{1,3}|テーブル\s*\d{1,2}|표\s*\d{1,2}|(?:table|tabla|tabela|tabelle|tabella|таблица|tabel)\s+\d{1,2})[\s.,、)-]*(\p{L}.{0,40})?$/iu;

/** Folded labels that announce nothing but fields. */
const fieldLabel = new RegExp(
  `^(?:${[
    '(?:(?:form|record|table|data|main|key|input|required|mandatory|optional|database) )*(?:fields|attributes|columns|properties)(?: (?:of the (?:form|record|table)|required|included))?',
    '(?:principales |principais )?(?:campos|atributos|columnas|colunas|propiedades|propriedades)(?: (?:del? formulario|do formulario|de la tabla|da tabela|del registro|do registro|de datos|principales|principais|obligatorios|obrigatorios|opcionales|opcionais|requeridos))*',
    '(?:principaux )?(?:champs|attributs|colonnes|proprietes)(?: (?:du formulaire|de la table|de la fiche|principaux|obligatoires|facultatifs|requis))*',
    '(?:campi|attributi|colonne|proprieta)(?: (?:del modulo|del form|della tabella|della scheda|principali|obbligatori|facoltativi|richiesti))*',
    '(?:formular|daten|tabellen|pflicht|stammdaten|wichtige )?(?:felder|attribute|spalten|eigenschaften)(?: (?:des formulars|der tabelle))?',
    '(?:formulier|verplichte )?(?:velden|attributen|kolommen)',
    '(?:daftar )?(?:field|kolom|atribut|isian|properti)(?: (?:formulir|form|tabel|utama|wajib|opsional))*',
    '(?:pola|atrybuty|kolumny)(?: (?:formularza|tabeli|obowiazkowe|wymagane|opcjonalne))*',
    '(?:основные |обязательные |ключевые )?(?:поля|атрибуты|реквизиты|колонки|столбцы)(?: (?:формы|таблицы|карточки|записи|документа|обязательные))*',
    '(?:フォームの?|主な|主要|入力|登録|管理|保持|必須|任意)*(?:項目|フィールド|属性|カラム)(?:一覧)?',
    '(?:数据库?表[\\d一二三四五六七八九十]{0,3}|表单|主要|核心|关键|基本|录入|必填|选填|数据|包含)*(?:字段|属性|数据项)(?:包括|包含|列表)?',
    '(?:입력|주요|폼|양식|등록|데이터|관리|필수|선택|테이블)? ?(?:필드|항목|속성|컬럼)',
  ].join('|')})$`,
  'u',
);

const must = /require|mandator|oblig|obrig|pflicht|verplicht|richiest|wajib|обязат|必須|必填|필수/u;
const optional = /option|opcion|opciona|facult|facolt|opcjon|opsion|任意|选填|선택/u;
