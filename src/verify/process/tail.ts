/** Keeps the last bytes of a stream: a service may print without end. */
export class Tail {
  readonly #limit: number;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(limit = 64 * 1024) {
    this.#limit = limit;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // Joined only when twice too long, so that many small chunks cost little.
    if (this.#size > 2 * this.#limit) this.#trim();
  }

  text(): string {
    this.#trim();
    return this.#chunks.map((chunk) => chunk.toString('utf8')).join('');
  }

  #trim(): void {
    const kept = Buffer.concat(this.#chunks).subarray(-this.#limit);
    this.#chunks = [kept];
    this.#size = kept.length;
  }
}
