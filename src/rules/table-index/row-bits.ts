import type { Column } from './column.ts';
import type { Finder } from './finder.ts';

/** A set of rows: a bit for each, and a bit for each word of 32 that may have any. */
interface Bits {
  readonly words: Int32Array;
  readonly summary: Int32Array;
}

/** Words that are kept; then all are made anew as they are needed. */
const MAX_WORDS = 16_000_000;

/** The rows of each class of each column as bits, made when a class is first asked for, and kept up to date. */
export class RowBits implements Finder {
  readonly plan = 'bits';
  readonly #columns: readonly Column[];
  #capacity: number;
  #known: (Bits | undefined)[][];
  #words = 0;
  readonly #chosen: Bits[];

  constructor(columns: readonly Column[], placeCount: number) {
    this.#columns = columns;
    this.#capacity = roomFor(placeCount);
    this.#known = columns.map(() => []);
    this.#chosen = columns.map(() => emptyBits);
  }

  find(classes: Int32Array, rows: Int32Array, limit: number): number {
    const chosen = this.#chosen;
    for (let column = 0; column < chosen.length; column += 1) {
      chosen[column] = this.#bits(column, classes[column] ?? 0);
    }
    const summaries = this.#capacity >>> 10;
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
          rows[count] = word * 32 + 31 - Math.clz32(bits & -bits);
          bits &= bits - 1;
          count += 1;
          if (count >= limit) return count;
        }
      }
    }
    return count;
  }

  split(column: number, ofClass: number): void {
    const known = this.#known[column];
    // The class itself stays; those beside it are made when they are asked for.
    if (known && known.length > ofClass + 1) known.splice(ofClass + 1, 0, undefined, undefined);
  }

  add(place: number): void {
    if (place >= this.#capacity) {
      this.#capacity = roomFor(2 * place);
      this.#forget();
      return;
    }
    for (const [at, column] of this.#columns.entries()) {
      const known = this.#known[at] ?? [];
      column.eachClass(place, (ofClass) => {
        const bits = known[ofClass];
        if (bits) mark(bits, place);
      });
    }
  }

  remove(place: number): void {
    for (const known of this.#known) {
      for (let ofClass = 0; ofClass < known.length; ofClass += 1) {
        const words = known[ofClass]?.words;
        if (words) words[place >>> 5] = (words[place >>> 5] ?? 0) & ~(1 << (place & 31));
      }
    }
  }

  /** Always: rows that meet are what bits are for. */
  get isFit(): boolean {
    return true;
  }

  #bits(column: number, ofClass: number): Bits {
    const known = this.#known[column]?.[ofClass];
    if (known) return known;
    const count = this.#capacity >>> 5;
    if ((this.#words += count) > MAX_WORDS) {
      this.#forget();
      this.#words = count;
    }
    const bits: Bits = { words: new Int32Array(count), summary: new Int32Array(count >>> 5) };
    const of = this.#columns[column];
    for (let place = 0; place < this.#capacity; place += 1)
      if (of?.holds(place, ofClass) === true) mark(bits, place);
    const ofColumn = this.#known[column];
    if (ofColumn) ofColumn[ofClass] = bits;
    return bits;
  }

  #forget(): void {
    this.#known = this.#columns.map(() => []);
    this.#words = 0;
  }
}

const emptyBits: Bits = { words: new Int32Array(0), summary: new Int32Array(0) };

function mark({ words, summary }: Bits, place: number): void {
  const word = place >>> 5;
  words[word] = (words[word] ?? 0) | (1 << (place & 31));
  summary[word >>> 5] = (summary[word >>> 5] ?? 0) | (1 << (word & 31));
}

/** Whole words of the summary. */
function roomFor(places: number): number {
  return 1024 * Math.max(1, Math.ceil(places / 1024));
}
