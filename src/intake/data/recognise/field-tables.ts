import { enumName } from '../../declaration/enum-name.ts';
import type { Facts } from '../../declaration/facts.ts';
import { mergeFacts } from '../../declaration/facts.ts';
import { readDetails } from '../../declaration/read-details.ts';
import { isFieldName, readField } from '../../declaration/read-field.ts';
import { readType } from '../../declaration/read-type.ts';
import { readValues } from '../../declaration/read-values.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Row } from '../../document/document.ts';
import type { Flag } from '../../lexicon/lexicon.ts';
import { foldText } from '../../words/fold.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { columnsOf } from '../columns-of.ts';
import type { Columns } from '../columns-of.ts';
import { entityName } from '../entity-name.ts';
import { declaredName } from '../certain-name.ts';
import type { EntityName } from '../entity-name.ts';
import { introducedEntity } from '../introduced-entity.ts';
import { ownAccount } from '../own-account.ts';
import { viewedThing } from '../viewed-thing.ts';
import { tableAbove } from '../table-above.ts';
import type { Reading, Recogniser } from '../reading.ts';

/** A table with one row for each field; the entity is its caption, its heading, a column, or a row of its own. */
export const fieldTables: Recogniser = (reading) =>
  tablesOf(reading).flatMap((rows) => readTable(rows, reading));

export function tablesOf({ document }: Reading): readonly (readonly Row[])[] {
  const tables = new Map<number, Row[]>();
  for (const block of document.blocks) {
    if (block.kind !== 'row') continue;
    const rows = tables.get(block.table);
    if (rows === undefined) tables.set(block.table, [block]);
    else rows.push(block);
  }
  return [...tables.values()];
}

function readTable(rows: readonly Row[], reading: Reading): readonly Claim[] {
  const [first] = rows;
  if (first === undefined || !isBelievable(reading.kinds[first.section])) return [];
  const columns = columnsOf(first.header, reading.vocabulary);
  if (columns.name === undefined || !describesFields(columns, rows, reading)) return [];
  const claims: Claim[] = [];
  let entity = columns.entity === undefined ? captionOf(first, reading) : undefined;
  let announced = false;
  for (const row of rows) {
    const group = groupOf(row, columns, reading);
    if (group !== undefined) entity = group;
    if (group !== undefined && columns.entity === undefined) {
      claims.push({
        kind: 'entity',
        ...names(group),
        evidence: 'schema',
        source: row.span,
        section: row.section,
      });
      announced = true;
      continue;
    }
    if (entity === undefined) continue;
    if (!announced || (group !== undefined && columns.entity !== undefined)) {
      claims.push({
        kind: 'entity',
        ...names(entity),
        evidence: 'schema',
        source: row.span,
        section: row.section,
      });
      announced = true;
    }
    claims.push(...fieldsOfRow(row, columns, entity, reading));
  }
  return claims.some((claim) => claim.kind === 'field') ? claims : [];
}

function names({ name, also }: EntityName): { name: string; also: readonly string[] } {
  return { name, also };
}

/** Without a column for types a table of "item | content" is anything; a data section or its caption must say so. */
function describesFields(columns: Columns, rows: readonly Row[], reading: Reading): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const isData = reading.kinds[first.section] === 'data';
  const { type, required, null: nulls, constraints, default: given, length, key, unique } = columns;
  const strong = [type, required, nulls, given, length, key, unique].filter(
    (column) => column !== undefined,
  ).length;
  if (type !== undefined) {
    const typed = rows.filter(
      (row) =>
        row.cells[type]?.text.trim() !== '' &&
        readType(row.cells[type]?.text ?? '', reading.vocabulary) !== undefined,
    ).length;
    const filled = rows.filter((row) => (row.cells[type]?.text.trim() ?? '') !== '').length;
    if (filled > 0 && typed >= filled * 0.4) return true;
    return isData && strong > 1;
  }
  if (strong > 0) return isData || nameCaption(first, reading) !== undefined;
  return (
    (isData || isIntroduced(first, reading) || isOfView(first, columns, reading)) &&
    (constraints !== undefined || columns.description !== undefined) &&
    nameCaption(first, reading) !== undefined
  );
}

/** "Boat list:", and below it a row for each "Column" or "Field". */
function isOfView(
  { header, section }: Row,
  { name }: Columns,
  { document, vocabulary }: Reading,
): boolean {
  return (
    /^(?:column|field|attribute)(?: ?names?)?s?$/iu.test(header[name ?? 0]?.trim() ?? '') &&
    viewedThing(document.sections[section]?.title ?? '', vocabulary) !== undefined
  );
}

/** The line above says that fields follow. */
function isIntroduced(row: Row, { document, vocabulary }: Reading): boolean {
  const lead = document.blocks[row.lead];
  return lead !== undefined && introducedEntity(lead.text, vocabulary) !== undefined;
}

function nameCaption(row: Row, reading: Reading): EntityName | undefined {
  return captionOf(row, reading);
}

function captionOf(row: Row, reading: Reading): EntityName | undefined {
  const { document, vocabulary } = reading;
  const lead = document.blocks[row.lead];
  if (lead !== undefined && lead.text.length <= 100) {
    const introduced =
      (reading.kinds[row.section] === 'data' ? undefined : viewedThing(lead.text, vocabulary)) ??
      introducedEntity(lead.text, vocabulary)?.name ??
      (lead.marks.length > 0 ? entityName(lead.text, vocabulary) : undefined);
    if (introduced !== undefined) return introduced;
  }
  for (
    let section = document.sections[row.section];
    section !== undefined && section.depth > 0;
    section = document.sections[section.parent]
  ) {
    const viewed =
      reading.kinds[section.index] === 'data'
        ? undefined
        : viewedThing(section.title, reading.vocabulary);
    const name = viewed ?? declaredName(section, reading, true);
    if (name !== undefined) return isIntroduced(row, reading) ? ownAccount(name) : name;
    if (introducedEntity(section.title, vocabulary) === undefined) return undefined;
    const table = tableAbove(section, reading);
    if (table !== undefined) return table;
  }
  return undefined;
}

function groupOf(row: Row, columns: Columns, { vocabulary }: Reading): EntityName | undefined {
  if (columns.entity !== undefined) {
    const cell = row.cells[columns.entity]?.text.trim() ?? '';
    return cell === '' ? undefined : entityName(cell, vocabulary, true);
  }
  const filled = row.cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text));
  return filled.length === 1 && row.cells.length > 2 && row.cells[0]?.text.trim() !== ''
    ? entityName(row.cells[0]?.text ?? '', vocabulary, true)
    : undefined;
}

function fieldsOfRow(
  row: Row,
  columns: Columns,
  entity: EntityName,
  reading: Reading,
): readonly Claim[] {
  const { vocabulary } = reading;
  const cell = (column: number | undefined) =>
    column === undefined ? '' : (row.cells[column]?.text.trim() ?? '');
  const raw = cell(columns.name).replace(/\s*\n\s*/g, ' ');
  const parsed = readField(raw, vocabulary);
  const name = parsed?.name ?? raw;
  if (!isFieldName(name) || isButtons(name, row.cells.at(-1)?.text ?? '')) return [];
  let facts: Facts = { ...parsed?.facts };
  delete facts.description;
  const typeCell = cell(columns.type);
  const type = readType(typeCell, vocabulary) ?? pairedType(typeCell, vocabulary);
  const stated = type === undefined ? valuesInCell(typeCell, name, vocabulary) : undefined;
  if (type !== undefined) facts = mergeFacts(facts, type);
  else if (stated !== undefined) facts.values = stated;
  else if (/\p{L}/u.test(typeCell)) facts.unknownType = typeCell;
  for (const column of [
    columns.type,
    columns.constraints,
    columns.description,
    columns.relations,
  ]) {
    const text = cell(column);
    if (text !== '') facts = mergeFacts(readDetails(text, vocabulary), facts);
  }
  if (columns.description !== undefined) facts.description = cell(columns.description);
  const listed =
    facts.type === undefined && facts.values === undefined && enumName.test(foldText(name))
      ? /[\p{L}\p{N}]+(?:\s?[／/]\s?[\p{L}\p{N}]+)+/u.exec(facts.description ?? '')?.[0]
      : undefined;
  const alternatives =
    listed === undefined ? undefined : readValues(listed.replace(/(?:を|の|が)[\p{L}]*$/u, ''));
  if (alternatives !== undefined) facts.values = alternatives;
  const noted = facts.description ?? '';
  if (facts.type === undefined && facts.values === undefined && /^[^.;:]{5,80}$/u.test(noted)) {
    if (/^(?:yes|y)\s?(?:\/|or)\s?no?$/iu.test(noted)) facts.type = { kind: 'boolean' };
    else if (/\S\s?[/|]\s?\S+\s?[/|]/u.test(noted)) {
      const choices = valuesInCell(noted, name, vocabulary);
      if (choices !== undefined) facts.values = choices;
    }
  }
  // "status | Enum | new (default), open": one of a few, and the note says which.
  if (facts.type?.kind === 'enum' && facts.type.values.length === 0 && facts.values === undefined) {
    const choices = readValues(noted);
    if (choices?.every(({ value }) => isChoice(value, vocabulary)) === true) facts.values = choices;
  }
  flagColumns(facts, columns, cell, reading);
  const given = cell(columns.default);
  if (given !== '' && !/^[-–—]$|^(?:none|null|n\/a)$/i.test(given))
    facts.default = given.replace(/^[`'"]|[`'"]$/g, '');
  const values = columns.values === undefined ? undefined : readValues(cell(columns.values));
  if (values !== undefined) facts.values = values;
  const length = Number(/^\d{1,6}$/.exec(cell(columns.length))?.[0]);
  if (length >= 1 && facts.maxLength === undefined) facts.maxLength = length;
  const also = [
    parsed?.alias,
    columns.label === undefined ? undefined : cell(columns.label),
  ].filter((other) => other !== undefined && other !== '');
  const shape = {
    kind: 'field',
    entity: entity.name,
    facts,
    declared: true,
    evidence: 'schema',
    source: row.span,
    section: row.section,
  } as const;
  // "first_name, last_name" or "start / end" in one cell are two fields.
  const several = splitList(raw, vocabulary).map((part) => part.text.replace(/^`|`$/g, ''));
  if (
    several.length > 1 &&
    several.length <= 6 &&
    several.every((part) => isFieldName(part) && part.split(' ').length <= 3)
  )
    return several.map((part) => ({ ...shape, name: part, also: [] }));
  return [{ ...shape, name, also: also.flatMap((other) => (other === undefined ? [] : [other])) }];
}

/** `reserved / active / returned` where the type stands: values, none of which is a type. */
function valuesInCell(
  text: string,
  name: string,
  vocabulary: Reading['vocabulary'],
): Facts['values'] {
  const values = readValues(text);
  if (values === undefined || (values.length < 3 && !enumName.test(foldText(name))))
    return undefined;
  const isPlain = values.every(
    ({ value }) => value.split(/\s+/).length <= 3 && readType(value, vocabulary) === undefined,
  );
  return isPlain ? values : undefined;
}

/** The buttons of a row: "Actions | View, Edit, Delete", "Receipt | Download button". */
function isButtons(name: string, said: string): boolean {
  return /^(?:row )?actions?$/iu.test(name)
    ? /^\p{L}+(?:\s?[,/]|$)/u.test(said)
    : /^(?:\p{L}+ )?button(?!\p{L})/iu.test(said);
}

/** A short word, and no type but one that looks like the name of a record: "Yacht". */
function isChoice(value: string, vocabulary: Reading['vocabulary']): boolean {
  const type = readType(value, vocabulary)?.type;
  return value.split(/\s+/).length <= 3 && (type === undefined || type.kind === 'reference');
}

function pairedType(text: string, vocabulary: Reading['vocabulary']): Facts | undefined {
  for (const part of text.split(/[,，;/(（)）、]|\s+-\s+/)) {
    const type = readType(part, vocabulary);
    if (type !== undefined) return type;
  }
  return readType(text.split(/\s+/)[0] ?? '', vocabulary);
}

function flagColumns(
  facts: Facts,
  columns: Columns,
  cell: (column: number | undefined) => string,
  { vocabulary }: Reading,
): void {
  const says = (flag: Flag, column: number | undefined) =>
    column !== undefined &&
    vocabulary.isFlag(flag).test(foldText(cell(column)).replace(/[.*]/g, ''));
  const header = columns.required !== undefined;
  if (header) {
    const text = foldText(cell(columns.required));
    if (vocabulary.isFlag('optional').test(text) || says('no', columns.required) || text === '')
      facts.required = false;
    else if (vocabulary.flag('automatic').test(text)) facts.automatic = true;
    else if (says('required', columns.required) || says('yes', columns.required))
      facts.required = true;
  }
  if (columns.optional !== undefined) facts.required = !says('yes', columns.optional);
  if (columns.null !== undefined) {
    const text = foldText(cell(columns.null));
    const notNull = /not null|非空|not|不可/.test(text) || says('no', columns.null);
    const isNegated = columns.nullMeansRequired;
    if (text !== '') facts.required = isNegated ? says('yes', columns.null) : notNull;
  }
  if (says('yes', columns.unique) || says('unique', columns.unique)) facts.unique = true;
  const key = foldText(cell(columns.key));
  if (/\bpk\b|primary|主键|主キー|기본/.test(key) || (says('yes', columns.key) && !/fk/.test(key)))
    facts.key = true;
  if (/\bfk\b|foreign|外键|外部|외래/.test(key) && facts.type?.kind !== 'reference')
    facts.type = { kind: 'reference', to: undefined, cardinality: 'one' };
  if (/\buk\b|unique|uni\b/.test(key)) facts.unique = true;
}
