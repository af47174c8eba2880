import { pino } from 'pino';
import type { Logger } from 'pino';

export interface Log {
  readonly logger: Logger;
  /** Writes what is still in the buffer. */
  flush(): void;
}

/** JSON lines on stdout, written in blocks; only what matters at start until the level is set. */
export function createLog(): Log {
  const destination = pino.destination({ minLength: 4096, periodicFlush: 100, sync: true });
  const options = {
    level: 'warn',
    base: null,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return { logger: pino(options, destination), flush: () => destination.flushSync() };
}

/** No more than this: errors of databases also carry the values of rows. */
function describeError(error: Error & { readonly code?: unknown }): object {
  const { name, code, message, stack } = error;
  return { name, code, message, stack };
}
