import { RuntimeError } from './runtime-error.ts';

/** One place in a value that does not fit its schema. */
export interface Issue {
  /** JSON pointer into the value; empty for the value itself. */
  readonly pointer: string;
  /** The keyword of JSON Schema that does not hold, such as `required`. */
  readonly code: string;
  readonly message: string;
}

/** Nobody has registered such a service. */
export class ServiceNotFoundError extends RuntimeError {
  constructor(serviceId: string) {
    super('service-not-found', `There is no service "${serviceId}".`, {
      status: 404,
      data: { serviceId },
    });
  }
}

/** The service is there but takes no calls now: starting, unhealthy, or stopping. */
export class ServiceUnavailableError extends RuntimeError {
  constructor(serviceId: string, state: string) {
    super('service-unavailable', `Service "${serviceId}" is ${state}.`, {
      status: 503,
      retryable: true,
      data: { serviceId, state },
    });
  }
}

/** The input does not fit the schema of the interface. */
export class InvalidInputError extends RuntimeError {
  constructor(serviceId: string, issues: readonly Issue[]) {
    super('invalid-input', `Input of "${serviceId}": ${summary(issues)}`, {
      status: 400,
      data: { serviceId, issues },
    });
  }
}

/** The component broke its own interface. */
export class InvalidOutputError extends RuntimeError {
  constructor(serviceId: string, issues: readonly Issue[]) {
    super('invalid-output', `Output of "${serviceId}": ${summary(issues)}`, {
      data: { serviceId, issues },
    });
  }
}

/** No answer before the deadline. The work may have been done all the same. */
export class TimeoutError extends RuntimeError {
  constructor(what: string, timeoutMs: number) {
    super('timeout', `${what} gave no answer within ${Math.round(timeoutMs)} ms.`, {
      status: 504,
      retryable: true,
      data: { what, timeoutMs },
    });
  }
}

/** Calls lead to calls deeper than any sensible system: a cycle. */
export class CallDepthError extends RuntimeError {
  constructor(serviceId: string, limit: number) {
    super('call-depth', `The call of "${serviceId}" is nested more than ${limit} deep.`, {
      status: 508,
      data: { serviceId, limit },
    });
  }
}

function summary(issues: readonly Issue[]): string {
  const first = issues[0];
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return first === undefined ? 'is invalid' : `${first.pointer || '/'} ${first.message}${more}`;
}
