/** What a group has done with a partition, in a form that is stored with its offset. */
export interface ProgressState {
  /** Everything before has been done. */
  readonly offset: number;
  /** One character for each offset from there on: `.` is done, others how often it was begun. */
  readonly marks: string;
}

const DONE = '.';
const COUNTS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * What was done in a partition, and what was begun how often. Kafka keeps one offset for a group, and a text with
 * it (4 KB by default): what is done beyond the offset, and attempts, are in the text.
 */
export class Progress {
  /** How far beyond what is done as a whole a partition is read: the marks have to fit. */
  static readonly most = 2000;
  /** What to read next. */
  next: number;
  /** Of what was given before, and has been done. */
  readonly #done = new Set<number>();
  readonly #attempts = new Map<number, number>();
  /** What was read and is not done, in order. */
  readonly #open = new Set<number>();

  constructor({ offset, marks }: ProgressState) {
    this.next = offset;
    for (const [index, mark] of marks.split('').entries()) {
      if (mark === DONE) this.#done.add(offset + index);
      else this.#attempts.set(offset + index, Math.max(0, COUNTS.indexOf(mark)));
    }
  }

  /** Whether more may be read. */
  get hasRoom(): boolean {
    return this.next - this.#first < Progress.most;
  }

  /** A record was read: how often it was begun before; undefined when it is done. */
  take(offset: number): number | undefined {
    if (this.#done.has(offset)) return undefined;
    this.#open.add(offset);
    return this.#attempts.get(offset) ?? 0;
  }

  begin(offset: number, attempt: number): void {
    this.#attempts.set(offset, attempt);
  }

  finish(offset: number): void {
    const before = this.#first;
    this.#open.delete(offset);
    this.#attempts.delete(offset);
    this.#done.add(offset);
    const first = this.#first;
    if (first === before) return;
    for (const each of this.#done) if (each < first) this.#done.delete(each);
  }

  get state(): ProgressState {
    const offset = this.#first;
    const last = Math.max(offset - 1, ...this.#done, ...this.#attempts.keys());
    let marks = '';
    for (let at = offset; at <= last; at += 1) {
      const isDone = this.#done.has(at) || (at < this.next && !this.#open.has(at));
      marks += isDone ? DONE : COUNTS[Math.min(this.#attempts.get(at) ?? 0, COUNTS.length - 1)];
    }
    return { offset, marks };
  }

  get #first(): number {
    const [first = this.next] = this.#open;
    return first;
  }
}
