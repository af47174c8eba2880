import { StringDecoder } from 'node:string_decoder';

/** Kept of what a process has said. */
const LONGEST_TAIL = 64 * 1024;
/** A longer line is told in parts. */
const LONGEST_LINE = 16 * 1024;

/** What a process prints: told line by line as it comes, the last of it kept. Bounded, however much that is. */
export class ProcessLog {
  readonly #onLine: (line: string) => void;
  #tail = '';
  readonly #decoders = new Map<unknown, { readonly decoder: StringDecoder; rest: string }>();

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** Takes a part of a stream; streams are told apart, so that their lines don't mix. */
  add(stream: unknown, chunk: Buffer): void {
    const state = this.#decoders.get(stream) ?? { decoder: new StringDecoder('utf8'), rest: '' };
    this.#decoders.set(stream, state);
    const lines = (state.rest + state.decoder.write(chunk)).split('\n');
    state.rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
    while (state.rest.length > LONGEST_LINE) {
      this.#line(state.rest.slice(0, LONGEST_LINE));
      state.rest = state.rest.slice(LONGEST_LINE);
    }
  }

  /** A stream has ended: what comes under the same name is another one's. */
  end(stream: unknown): void {
    const rest = this.#decoders.get(stream)?.rest ?? '';
    this.#decoders.delete(stream);
    if (rest !== '') this.#line(rest);
  }

  /** The last of what was said. */
  tail(): string {
    return this.#tail.slice(-LONGEST_TAIL);
  }

  #line(text: string): void {
    const line = text.replace(/\r$/, '');
    this.#tail += `${line}\n`;
    // Cut when twice too long, so that many short lines cost little.
    if (this.#tail.length > 2 * LONGEST_TAIL) this.#tail = this.tail();
    this.#onLine(line);
  }
}
