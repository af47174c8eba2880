/** Times in their order: a binary heap. Entries that no longer count are the owner's to recognise. */
export class DueQueue<T> {
  readonly #heap: { readonly due: number; readonly order: number; readonly value: T }[] = [];
  #order = 0;

  /** The next time; undefined if there is none. */
  get next(): number | undefined {
    return this.#heap[0]?.due;
  }

  add(due: number, value: T): void {
    const heap = this.#heap;
    heap.push({ due, order: this.#order, value });
    this.#order += 1;
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  /** Takes the first entry that is due; equal times come in the order in which they were added. */
  take(now: number): T | undefined {
    const heap = this.#heap;
    const [first] = heap;
    if (!first || first.due > now) return undefined;
    const last = heap.pop();
    if (heap.length > 0 && last) {
      heap[0] = last;
      for (let at = 0; ;) {
        const child = 2 * at + 1;
        const small = this.#before(child + 1, child) ? child + 1 : child;
        if (!this.#swapIfBefore(small, at)) break;
        at = small;
      }
    }
    return first.value;
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (!a || !b) return false;
    return a.due === b.due ? a.order < b.order : a.due < b.due;
  }

  #swapIfBefore(one: number, other: number): boolean {
    if (!this.#before(one, other)) return false;
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (!a || !b) return false;
    this.#heap[one] = b;
    this.#heap[other] = a;
    return true;
  }
}
