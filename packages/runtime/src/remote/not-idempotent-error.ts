import { RuntimeError } from '../errors/runtime-error.ts';

/** A call was repeated that must not be: the interface of the service is not idempotent, or no longer. */
export class NotIdempotentError extends RuntimeError {
  static readonly code = 'not-idempotent';

  constructor(serviceId: string) {
    super(NotIdempotentError.code, `"${serviceId}" is not idempotent: no call of it is repeated.`, {
      status: 409,
      data: { serviceId },
    });
  }
}
