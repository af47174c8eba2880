import type { Middleware } from './middleware.ts';
import { isFailureOfService } from './failure-of-service.ts';

/** One line of a log, for programs first. */
export interface LogRecord {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly service: string;
  readonly requestId: string;
  readonly traceId: string | undefined;
  readonly durationMs: number;
  readonly attempt: number;
  readonly code: string;
  readonly error?: string;
}

export interface LoggingOptions {
  /** Where records go; by default a JSON line each on standard output. */
  readonly write?: (record: LogRecord) => void;
}

/** One record per call when it ends: info, warn when the caller was wrong, error when the service was. */
export function logging({ write = writeJson }: LoggingOptions = {}): Middleware {
  return {
    name: 'logging',
    watch: (service) => ({
      leave(call, code, error, now) {
        const record: LogRecord = {
          level: code === 'ok' ? 'info' : isFailureOfService(error) ? 'error' : 'warn',
          message: 'call',
          service: service.id,
          requestId: call.requestId,
          traceId: call.trace?.traceId,
          durationMs: now - call.startedAt,
          attempt: call.attempt,
          code,
        };
        write(code === 'ok' ? record : { ...record, error: String(error) });
      },
    }),
  };
}

const writeJson = (record: LogRecord) =>
  void process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...record })}\n`);
