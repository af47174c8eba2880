/** A service that did not get ready, or ended before it did. */
export class ServiceStartError extends Error {
  readonly code = 'service-start';
  readonly retryable = false;
  readonly data: {
    /** Undefined when it was still running at the deadline; null when a signal ended it. */
    readonly exitCode: number | null | undefined;
    /** The tail of what it printed. */
    readonly log: string;
  };

  constructor(reason: string, data: ServiceStartError['data']) {
    super(reason);
    this.name = 'ServiceStartError';
    this.data = data;
  }
}
