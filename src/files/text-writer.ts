import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** So many characters are gathered before they go to the disk. */
const ENOUGH = 64 * 1024;

/** Writes a file piece by piece, in UTF-8. Close it whatever happens. */
export class TextWriter {
  readonly #file: number;
  #text = '';

  constructor(path: string, mode: number) {
    this.#file = openSync(path, 'w', mode);
  }

  write(text: string): void {
    if (this.#text.length + text.length > ENOUGH) this.#flush();
    if (text.length <= ENOUGH) this.#text += text;
    else this.#put(text);
  }

  /** Writes the rest; `durable`: it survives a power failure. */
  end(durable = false): void {
    this.#flush();
    if (durable) fsyncSync(this.#file);
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    this.#put(this.#text);
    this.#text = '';
  }

  #put(text: string): void {
    let at = writeSync(this.#file, text);
    if (at === Buffer.byteLength(text)) return;
    const bytes = Buffer.from(text);
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
  }
}

/** Opens a file, lets `write` fill it, and closes it. */
export function writeText(
  path: string,
  mode: number,
  write: (writer: TextWriter) => void,
  durable = false,
): void {
  const writer = new TextWriter(path, mode);
  try {
    write(writer);
    writer.end(durable);
  } finally {
    writer.close();
  }
}
