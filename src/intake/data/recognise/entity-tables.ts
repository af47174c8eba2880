import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Row } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { columnsOf } from '../columns-of.ts';
import type { Columns } from '../columns-of.ts';
import { entityName } from '../entity-name.ts';
import type { EntityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { tablesOf } from './field-tables.ts';

/** A table with one row for each entity, its fields listed in a cell. */
export const entityTables: Recogniser = (reading) =>
  tablesOf(reading).flatMap((rows) => readTable(rows, reading));

function readTable(rows: readonly Row[], reading: Reading): readonly Claim[] {
  const [first] = rows;
  if (first === undefined || !isBelievable(reading.kinds[first.section])) return [];
  const columns = columnsOf(first.header, reading.vocabulary);
  const isData = reading.kinds[first.section] === 'data';
  const entity =
    columns.entity ?? (isData && columns.fields !== undefined ? columns.name : undefined);
  if (entity === undefined) return [];
  const hasFields = columns.fields !== undefined && columns.fields !== entity;
  // "Name" beside "entity" makes a table of fields; that one is read elsewhere.
  if (!hasFields && columns.name !== undefined && columns.name !== entity) return [];
  if (!hasFields && !(isData && columns.description !== undefined)) return [];
  return rows.flatMap((row) =>
    readRow(row, entity, hasFields ? columns.fields : undefined, columns, reading),
  );
}

function readRow(
  row: Row,
  entity: number,
  fields: number | undefined,
  columns: Columns,
  reading: Reading,
): readonly Claim[] {
  const { vocabulary } = reading;
  const name = entityName(row.cells[entity]?.text ?? '', vocabulary, true);
  if (name === undefined) return [];
  const description =
    columns.description === undefined ? undefined : row.cells[columns.description]?.text;
  const shape = { source: row.span, section: row.section };
  const cell = fields === undefined ? '' : (row.cells[fields]?.text ?? '');
  const found = cell
    .split('\n')
    .flatMap((line) => splitList(line, vocabulary))
    .map((part) => readField(part.text, vocabulary))
    .filter((field) => field !== undefined && !/^\d+$/.test(foldText(field.name)));
  return [
    {
      kind: 'entity',
      ...named(name),
      // Several rows that list fields are the data model, wherever the table stands.
      evidence: found.length > 1 ? 'schema' : 'listed',
      ...(description === undefined ? {} : { description }),
      ...shape,
    },
    ...found.flatMap((field): Claim[] =>
      field === undefined
        ? []
        : [
            {
              kind: 'field',
              entity: name.name,
              name: field.name,
              also: field.alias === undefined ? [] : [field.alias],
              facts: field.facts,
              declared: true,
              evidence: 'schema',
              ...shape,
            },
          ],
    ),
  ];
}

function named({ name, also }: EntityName): { name: string; also: readonly string[] } {
  return { name, also };
}
