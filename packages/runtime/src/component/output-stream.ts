/** What a component with `stream: true` gives: values one after another, read as fast as they are taken. */
export const isStream = (output: unknown): output is AsyncIterable<unknown> =>
  typeof output === 'object' &&
  output !== null &&
  typeof (output as { [Symbol.asyncIterator]?: unknown })[Symbol.asyncIterator] === 'function';

/** Lets go of a stream that nobody is going to read. Never rejects. */
export const dropStream = async (stream: AsyncIterable<unknown>): Promise<void> => {
  await Promise.resolve(stream[Symbol.asyncIterator]().return?.()).catch(() => {});
};

/** What a stream needs of the call that it answers. */
export interface OutputStreamOptions {
  readonly items: AsyncIterable<unknown>;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Throws when an item is not what the interface promises. */
  readonly check: (item: unknown) => void;
  /** Called once, when the component is done with it. */
  readonly onEnd: () => void;
}

/**
 * The stream of one call: each item is checked, and when the call is aborted, whoever waits for the next item is told
 * at once and the component is asked to stop.
 */
export class OutputStream implements AsyncIterableIterator<unknown> {
  readonly #items: AsyncIterator<unknown>;
  readonly #options: OutputStreamOptions;
  #over = false;
  #giveUp: ((reason: unknown) => void) | undefined = undefined;

  constructor(options: OutputStreamOptions) {
    this.#options = options;
    this.#items = options.items[Symbol.asyncIterator]();
    const { signal } = options;
    if (signal.aborted) this.#end();
    else signal.addEventListener('abort', this.#aborted, { once: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Rejects with what the component throws, what the check throws, or the reason why the call was aborted. */
  next(): Promise<IteratorResult<unknown>> {
    const { signal } = this.#options;
    if (this.#over) {
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(done);
    }
    return new Promise((resolve, reject) => {
      this.#giveUp = reject;
      this.#read().then(resolve, reject);
    });
  }

  return(): Promise<IteratorResult<unknown>> {
    this.#end();
    return Promise.resolve(done);
  }

  async #read(): Promise<IteratorResult<unknown>> {
    try {
      const result = await this.#items.next();
      if (!this.#over && result.done !== true) {
        this.#options.check(result.value);
        return { done: false, value: result.value };
      }
      this.#end();
      return done;
    } catch (error) {
      this.#end();
      throw error;
    } finally {
      this.#giveUp = undefined;
    }
  }

  readonly #aborted = (): void => {
    this.#end();
    this.#giveUp?.(this.#options.signal.reason);
  };

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    const { signal, onEnd } = this.#options;
    signal.removeEventListener('abort', this.#aborted);
    // One that is busy stops when it comes to its next item; until then it counts as running.
    Promise.resolve(this.#items.return?.()).then(onEnd, onEnd);
  }
}

const done: IteratorResult<unknown> = Object.freeze({ done: true, value: undefined });
