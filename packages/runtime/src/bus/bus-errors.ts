import { RuntimeError } from '../errors/runtime-error.ts';

/** What was given to a bus is no CloudEvent. */
export class InvalidEventError extends RuntimeError {
  constructor(problem: string) {
    super('invalid-event', `This is no CloudEvent 1.0: ${problem}.`, { status: 400 });
  }
}

/** A subject, topic or pattern that no bus could carry. */
export class InvalidSubjectError extends RuntimeError {
  constructor(subject: string) {
    super('invalid-subject', `"${subject.slice(0, 300)}" is no subject such as "orders.created".`, {
      status: 400,
    });
  }
}

/** An event is larger than buses carry. */
export class MessageTooLargeError extends RuntimeError {
  constructor(bytes: number, limit: number) {
    super('message-too-large', `An event of ${bytes} bytes; the limit is ${limit}.`, {
      status: 413,
      data: { bytes, limit },
    });
  }
}

/** Nobody answers at this subject. */
export class NoResponderError extends RuntimeError {
  constructor(subject: string) {
    super('no-responder', `Nobody answers at "${subject}".`, {
      status: 503,
      retryable: true,
      data: { subject },
    });
  }
}

/** A limit of what may wait is reached: whoever sends has to slow down. Nothing was stored. */
export class BackPressureError extends RuntimeError {
  constructor(what: string, limit: number) {
    super('back-pressure', `${what}: ${limit} are waiting already.`, {
      status: 503,
      retryable: true,
      data: { what, limit },
    });
  }
}

/** The bus has been closed. */
export class BusClosedError extends RuntimeError {
  constructor() {
    super('bus-closed', 'The bus is closed.', { status: 503 });
  }
}

/** An error of whoever answers, with its own code. */
export class RemoteError extends RuntimeError {}

/** An error as it travels over a bus. */
export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Ours travel whole; of others only that there was one, for their messages are nobody else's business. */
export const toWireError = (error: unknown): WireError =>
  error instanceof RuntimeError
    ? {
        code: error.code,
        message: error.message,
        retryable: error.retryable,
        status: error.status,
        data: error.data,
      }
    : { code: 'internal', message: 'The service failed.', retryable: false, status: 500, data: {} };

export const fromWireError = ({ code, message, ...options }: WireError): RemoteError =>
  new RemoteError(code, message, options);
