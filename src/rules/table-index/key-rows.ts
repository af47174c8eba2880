import type { Column } from './column.ts';
import type { Finder } from './finder.ts';

/** Rows per value of an input up to which looking at each of them is cheaper than bits. */
const FEW = 16;
const MAX_PAIRS = 20_000_000;

/** Rows by the classes of one column: what is found there is asked for the other columns one by one. */
export class KeyRows implements Finder {
  readonly plan = 'key';
  readonly #key: number;
  readonly #column: Column;
  readonly #others: readonly (readonly [column: Column, at: number])[];
  /** The places of each class, ascending. */
  readonly #places: number[][];
  #pairs = 0;

  private constructor(columns: readonly Column[], key: number, column: Column, placeCount: number) {
    this.#key = key;
    this.#column = column;
    this.#others = columns.flatMap((other, at) => (at === key ? [] : [[other, at] as const]));
    this.#places = Array.from({ length: column.classCount }, () => []);
    for (let place = 0; place < placeCount; place += 1) {
      column.eachClass(place, (ofClass) => {
        this.#places[ofClass]?.push(place);
        this.#pairs += 1;
      });
    }
  }

  /** Undefined if no column tells rows apart well enough. */
  static of(columns: readonly Column[], placeCount: number): KeyRows | undefined {
    const pairs = columns.map((column) => column.pairCount);
    const shares = columns.map((column, at) => (pairs[at] ?? 0) / column.classCount);
    const key = shares.indexOf(Math.min(...shares));
    const column = columns[key];
    const isGood = (shares[key] ?? placeCount) <= FEW && (pairs[key] ?? 0) <= MAX_PAIRS;
    return column && isGood ? new KeyRows(columns, key, column, placeCount) : undefined;
  }

  find(classes: Int32Array, rows: Int32Array, limit: number): number {
    const places = this.#places[classes[this.#key] ?? 0] ?? [];
    const others = this.#others;
    let count = 0;
    for (let at = 0; at < places.length && count < limit; at += 1) {
      const place = places[at] ?? 0;
      let holds = true;
      for (let index = 0; holds && index < others.length; index += 1) {
        const other = others[index];
        if (other) holds = other[0].holds(place, classes[other[1]] ?? 0);
      }
      if (!holds) continue;
      rows[count] = place;
      count += 1;
    }
    return count;
  }

  split(column: number, ofClass: number): void {
    if (column !== this.#key) return;
    const places = this.#places[ofClass] ?? [];
    this.#places.splice(ofClass + 1, 0, [...places], [...places]);
    this.#pairs += 2 * places.length;
  }

  add(place: number): void {
    this.#column.eachClass(place, (ofClass) => {
      const places = this.#places[ofClass];
      if (!places) return;
      const after = places.findIndex((other) => other > place);
      places.splice(after === -1 ? places.length : after, 0, place);
      this.#pairs += 1;
    });
  }

  remove(place: number): void {
    this.#column.eachClass(place, (ofClass) => {
      const places = this.#places[ofClass];
      places?.splice(places.indexOf(place), 1);
      this.#pairs -= 1;
    });
  }

  get isFit(): boolean {
    return this.#pairs <= MAX_PAIRS && this.#pairs / this.#places.length <= 2 * FEW;
  }
}
