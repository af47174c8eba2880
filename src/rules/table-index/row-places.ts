/**
 * Where the rows of a table are kept: a row has a place for as long as it is there, whatever its number is. So
 * a row that is put before others moves none of them.
 */
export class RowPlaces {
  /** By row. */
  readonly #placeOf: number[];
  /** By place. */
  #rowOf: Int32Array;
  readonly #free: number[] = [];
  #count: number;
  #isInOrder = true;

  constructor(rows: number) {
    this.#placeOf = Array.from({ length: rows }, (_, row) => row);
    this.#count = rows;
    this.#rowOf = Int32Array.from(this.#placeOf);
  }

  /** Places that are or were in use. */
  get count(): number {
    return this.#count;
  }

  /** True if places that ascend are rows that do. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }

  placeOf(row: number): number {
    return this.#placeOf[row] ?? -1;
  }

  rowOf(place: number): number {
    return this.#rowOf[place] ?? -1;
  }

  /** A place for a new row; the rows from it on count one more. */
  insert(row: number): number {
    // At the end a new place keeps the order.
    const isLast = row === this.#placeOf.length;
    const place = (isLast ? undefined : this.#free.pop()) ?? this.#count++;
    this.#placeOf.splice(row, 0, place);
    this.#number();
    return place;
  }

  remove(row: number): void {
    this.#free.push(...this.#placeOf.splice(row, 1));
    this.#number();
  }

  #number(): void {
    if (this.#rowOf.length < this.#count) this.#rowOf = new Int32Array(2 * this.#count);
    let before = -1;
    this.#isInOrder = true;
    for (let row = 0; row < this.#placeOf.length; row += 1) {
      const place = this.#placeOf[row] ?? 0;
      this.#rowOf[place] = row;
      if (place < before) this.#isInOrder = false;
      before = place;
    }
  }
}
