import type { Block, Row } from '../../document/document.ts';
import type { Label } from './focus.ts';

/** Tables of requirements in which a column says what each row is about: "Claim", "Claim", "Appointment". */
export class RowSubjects {
  /** By table: the column. */
  readonly #columns = new Map<number, number>();

  constructor(blocks: readonly Block[]) {
    const tables = Map.groupBy(
      blocks.filter((block) => block.kind === 'row'),
      ({ table }) => table,
    );
    for (const [table, rows] of tables) {
      const column = rows[0]?.header.findIndex((_, at) => isSubject(rows, at)) ?? -1;
      if (column >= 0) this.#columns.set(table, column);
    }
  }

  labelOf(row: Row): Label | undefined {
    const column = this.#columns.get(row.table);
    const text = column === undefined ? undefined : row.cells[column]?.text.trim();
    return text === undefined ? undefined : { text, isMarked: true };
  }
}

/** Every cell is a word or two that begins in a capital, and most stand in more rows than one; another column has sentences. */
function isSubject(rows: readonly Row[], column: number): boolean {
  if (rows.length < 4) return false;
  const texts = rows.map(({ cells }) => cells[column]?.text.trim() ?? '');
  const distinct = new Set(texts).size;
  return (
    texts.every((text) => /^\p{Lu}\p{L}{2,}(?: \p{L}+)?$/u.test(text)) &&
    distinct > 1 &&
    distinct * 1.6 <= rows.length &&
    rows.some(({ cells }) => cells.some(({ text }) => text.split(' ').length > 8))
  );
}
