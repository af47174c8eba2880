import type { SourceSpan } from '#diagnostics';

/** Knows where the parts of a document stand. */
export interface Places {
  /** Where a part is, or the nearest part around it whose place is known. */
  at(path: readonly string[]): SourceSpan;
}

/** Where lines begin, for places in a text. */
export class Lines {
  readonly #document: string;
  readonly #starts: number[] = [0];

  constructor(document: string, text: string) {
    this.#document = document;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      this.#starts.push(at + 1);
    }
  }

  /** The place of one line's part, from an offset to the next. */
  span(start: number, end = start + 1): SourceSpan {
    const [line, column] = this.#position(start);
    const [endLine, endColumn] = this.#position(end);
    return { document: this.#document, line, column, endLine, endColumn };
  }

  #position(offset: number): readonly [number, number] {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.#starts[low] ?? 0) + 1];
  }
}
