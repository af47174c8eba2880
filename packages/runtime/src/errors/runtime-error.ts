/** What every error of the runtime says beside its message. */
export interface RuntimeErrorOptions {
  /** Whether the same call may succeed when it is made again. */
  readonly retryable?: boolean;
  /** The HTTP status that says the same; below 500 the caller is to blame, not the service. */
  readonly status?: number;
  /** Facts for programs: limits, names, places. Plain JSON, for it travels over buses. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** Base of all errors that the runtime throws, and of those that components throw on purpose. */
export class RuntimeError extends Error {
  /** Stable, kebab-case; what programs compare. */
  readonly code: string;
  readonly retryable: boolean;
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, options: RuntimeErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.status = options.status ?? 500;
    this.data = options.data ?? {};
  }
}
