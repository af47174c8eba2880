import type { Answer } from './recorded.ts';

const LONGEST = 1_000_000;

/** Keeps an answer on its way to the caller, up to a length. */
export class Recording {
  #status = 0;
  #headers: Answer['headers'] = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  begin(status: number, headers: Answer['headers']): void {
    this.#status = status;
    this.#headers = headers;
  }

  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > LONGEST) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  set(status: number, headers: Answer['headers'], body: Buffer): void {
    this.begin(status, headers);
    this.add(body);
  }

  answer(): Answer {
    const body = this.#bytes > LONGEST ? undefined : Buffer.concat(this.#chunks);
    return { status: this.#status, headers: this.#headers, body };
  }
}
