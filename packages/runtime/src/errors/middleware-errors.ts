import { RuntimeError } from './runtime-error.ts';

/** Nobody has said who calls, or the proof does not hold. */
export class UnauthenticatedError extends RuntimeError {
  constructor(reason = 'No valid credentials came with the call.') {
    super('unauthenticated', reason, { status: 401 });
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends RuntimeError {
  constructor(serviceId: string, roles: readonly string[]) {
    super('forbidden', `"${serviceId}" needs one of the roles ${roles.join(', ')}.`, {
      status: 403,
      data: { serviceId, roles },
    });
  }
}

/** The caller asks more often than he may. */
export class RateLimitedError extends RuntimeError {
  constructor(serviceId: string, retryAfterMs: number) {
    super('rate-limited', `Too many calls of "${serviceId}".`, {
      status: 429,
      retryable: true,
      data: { serviceId, retryAfterMs },
    });
  }
}

/** As many calls run and wait as the bulkhead allows. */
export class BulkheadFullError extends RuntimeError {
  constructor(serviceId: string, concurrency: number, queue: number) {
    super('bulkhead-full', `"${serviceId}" is busy: ${concurrency} calls run, ${queue} wait.`, {
      status: 503,
      retryable: true,
      data: { serviceId, concurrency, queue },
    });
  }
}

/** The service failed too often of late; it is left alone for a while. */
export class CircuitOpenError extends RuntimeError {
  constructor(serviceId: string, retryAfterMs: number) {
    super('circuit-open', `"${serviceId}" failed too often and is left alone for a while.`, {
      status: 503,
      retryable: true,
      data: { serviceId, retryAfterMs },
    });
  }
}
