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
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return { logger: pino(options, destination), flush: () => destination.flushSync() };
}
