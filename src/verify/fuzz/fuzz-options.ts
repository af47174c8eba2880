/** What to fuzz, and how much. */
export interface FuzzOptions {
  readonly url: string;
  /** The OpenAPI 3.1 document: all that the fuzzer knows. */
  readonly document: unknown;
  readonly seed: number;
  /** At most so many cases; setting up and shrinking cost some requests more. */
  readonly budget: number;
  readonly signal: AbortSignal;
  readonly alive: () => boolean;
  /** Starts the same service anew, on an empty database: to see which request ended the first one. */
  restart(): Promise<Restarted>;
  readonly progress: (text: string) => void;
}

/** A service started anew. */
export interface Restarted {
  readonly url: string;
  alive(): boolean;
  stop(): Promise<unknown>;
}
