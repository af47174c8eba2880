import type { ColumnRole } from '../lexicon/lexicon.ts';
import type { Vocabulary } from '../lexicon/vocabulary.ts';
import { foldText } from '../words/fold.ts';

/** Which column of a table holds what. */
export type Columns = { readonly [Role in ColumnRole]?: number } & {
  /** The header of the null column reads "not null": a tick there means required. */
  readonly nullMeansRequired: boolean;
};

/** In this order a header that could be several things is decided. */
const order: readonly ColumnRole[] = [
  'required',
  'null',
  'optional',
  'unique',
  'default',
  'type',
  'length',
  'key',
  'values',
  'constraints',
  'relations',
  'example',
  'entity',
  'name',
  'fields',
  'label',
  'description',
];

export function columnsOf(header: readonly string[], vocabulary: Vocabulary): Columns {
  const columns: { [Role in ColumnRole]?: number } = {};
  const taken = new Set<number>();
  const folded = header.map((cell) =>
    foldText(cell)
      .replace(/[?*:：()（）]/g, ' ')
      .trim(),
  );
  for (const role of order) {
    const pattern = vocabulary.column(role);
    const index = folded.findIndex(
      (cell, at) =>
        !taken.has(at) &&
        (pattern.test(cell) || (at > 0 && isOneOfTwo(cell, role, pattern))) &&
        !isLater(role, folded, at, vocabulary),
    );
    if (index >= 0) {
      columns[role] = index;
      taken.add(index);
    }
  }
  repair(columns, taken, folded, vocabulary);
  const nulls = columns.null === undefined ? '' : (folded[columns.null] ?? '');
  return { ...columns, nullMeansRequired: /not null|非空|^null 아님/.test(nulls) };
}

/** "Options / type", "Type / description": a column of types, whatever else it holds. */
function isOneOfTwo(cell: string, role: ColumnRole, pattern: RegExp): boolean {
  return (
    role === 'type' && cell.includes('/') && cell.split('/').some((part) => pattern.test(part))
  );
}

/** "Type" is what a table of entities is called by, and "entity" wins only where a name column follows. */
function isLater(
  role: ColumnRole,
  folded: readonly string[],
  at: number,
  vocabulary: Vocabulary,
): boolean {
  if (role === 'type' && at === 0)
    return (
      folded.length < 3 || !folded.slice(1).some((cell) => vocabulary.column('name').test(cell))
    );
  if (role === 'values')
    return vocabulary.column('description').test(folded[at] ?? '') && folded.length === 2;
  if (role === 'constraints') return at === 0;
  return false;
}

/** The first column names the rows when nothing else does. */
function repair(
  columns: { [Role in ColumnRole]?: number },
  taken: Set<number>,
  folded: readonly string[],
  vocabulary: Vocabulary,
): void {
  // "Entity | Attributes": without a column of types the second lists the fields of the first.
  const listing = folded.findIndex((cell) => vocabulary.column('fields').test(cell));
  if (
    columns.entity !== undefined &&
    columns.fields === undefined &&
    columns.type === undefined &&
    listing >= 0 &&
    listing !== columns.entity
  ) {
    for (const role of ['constraints', 'name'] as const)
      if (columns[role] === listing) delete columns[role];
    columns.fields = listing;
  }
  if (columns.name === undefined && columns.label !== undefined) {
    columns.name = columns.label;
    delete columns.label;
  }
  if (columns.name === undefined && columns.fields !== undefined && columns.entity === undefined) {
    columns.name = columns.fields;
    delete columns.fields;
  }
  if (
    columns.name === undefined &&
    columns.type !== undefined &&
    !taken.has(0) &&
    (folded[0] ?? '') !== ''
  )
    columns.name = 0;
  if (columns.description === undefined) {
    const index = folded.findIndex(
      (cell, at) =>
        !taken.has(at) && at !== columns.name && vocabulary.column('description').test(cell),
    );
    if (index >= 0) columns.description = index;
  }
}
