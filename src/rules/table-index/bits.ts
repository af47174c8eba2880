import type { Column } from './column.ts';

/** A set of rows: a bit for each, and a bit for each word of 32 that has any. */
interface Bits {
  readonly words: Int32Array;
  readonly summary: Int32Array;
}

/** Words that are kept; then all are made anew as they are needed. */
const MAX_WORDS = 16_000_000;

/** The rows of each class of each column as bits, made when a class is first asked for. */
export class RowBits {
  readonly #columns: readonly Column[];
  readonly #rowCount: number;
  #known: (Bits | undefined)[][];
  #words = 0;
  readonly #chosen: Bits[];

  constructor(columns: readonly Column[], rowCount: number) {
    this.#columns = columns;
    this.#rowCount = rowCount;
    this.#known = columns.map(() => []);
    this.#chosen = columns.map(() => emptyBits);
  }

  /**
   * Writes the rows that hold for all classes (one per column) into `rows`, in order, up to `limit` of
   * them. Gives how many there are.
   */
  intersect(classes: Int32Array, rows: Int32Array, limit: number): number {
    const chosen = this.#chosen;
    for (let column = 0; column < chosen.length; column += 1) {
      chosen[column] = this.#bits(column, classes[column] ?? 0);
    }
    const summaries = (this.#rowCount + 1023) >>> 10;
    let count = 0;
    for (let block = 0; block < summaries; block += 1) {
      let blocks = -1;
      for (let at = 0; at < chosen.length; at += 1) blocks &= chosen[at]?.summary[block] ?? 0;
      while (blocks !== 0) {
        const word = block * 32 + 31 - Math.clz32(blocks & -blocks);
        blocks &= blocks - 1;
        let bits = -1;
        for (let at = 0; at < chosen.length; at += 1) bits &= chosen[at]?.words[word] ?? 0;
        while (bits !== 0) {
          const row = word * 32 + 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          if (row >= this.#rowCount) break;
          rows[count] = row;
          count += 1;
          if (count >= limit) return count;
        }
      }
    }
    return count;
  }

  #bits(column: number, ofClass: number): Bits {
    const known = this.#known[column]?.[ofClass];
    if (known) return known;
    const count = (this.#rowCount + 31) >>> 5;
    if ((this.#words += count) > MAX_WORDS) {
      this.#known = this.#columns.map(() => []);
      this.#words = count;
    }
    const bits: Bits = {
      words: new Int32Array(count),
      summary: new Int32Array((count + 31) >>> 5),
    };
    for (let row = 0; row < this.#rowCount; row += 1) {
      if (this.#columns[column]?.holds(row, ofClass) !== true) continue;
      const word = row >>> 5;
      bits.words[word] = (bits.words[word] ?? 0) | (1 << (row & 31));
      bits.summary[word >>> 5] = (bits.summary[word >>> 5] ?? 0) | (1 << (word & 31));
    }
    const ofColumn = this.#known[column];
    if (ofColumn) ofColumn[ofClass] = bits;
    return bits;
  }
}

const emptyBits: Bits = { words: new Int32Array(0), summary: new Int32Array(0) };
