import type { Issue } from '../fields/issues.ts';

const titles = {
  'malformed-request': [400, 'Malformed request'],
  'invalid-parameter': [400, 'Invalid parameter'],
  unauthenticated: [401, 'Authentication required'],
  forbidden: [403, 'Forbidden'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'Not acceptable'],
  conflict: [409, 'Conflict'],
  'invalid-transition': [409, 'Invalid transition'],
  referenced: [409, 'Still referenced'],
  'precondition-failed': [412, 'Precondition failed'],
  'too-large': [413, 'Body too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'validation-failed': [422, 'Validation failed'],
  'idempotency-mismatch': [422, 'Idempotency key used for another request'],
  'too-many-requests': [429, 'Too many requests'],
  'header-too-large': [431, 'Headers too large'],
  internal: [500, 'Internal error'],
  'not-implemented': [501, 'Not implemented'],
  unavailable: [503, 'Service unavailable'],
} as const;

export type ProblemCode = keyof typeof titles;

interface Extra {
  readonly errors?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of 400 and above: an RFC 9457 problem document. Throw it from anywhere in a request. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly errors: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, extra: Extra = {}) {
    super(detail);
    this.code = code;
    this.status = titles[code][0];
    this.errors = extra.errors ?? [];
    this.headers = extra.headers ?? {};
  }

  toJSON(): object {
    return {
      type: `urn:problem:${this.code}`,
      title: titles[this.code][1],
      status: this.status,
      detail: this.message,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

export const notFound = () => new Problem('not-found', 'There is no such record or path.');

export const invalidParameter = (parameter: string, message: string) =>
  new Problem('invalid-parameter', `The parameter ${parameter} ${message}.`, {
    errors: [{ parameter, code: 'invalid', message }],
  });

export const validationFailed = (errors: readonly Issue[]) =>
  new Problem('validation-failed', 'The body is not valid: see errors.', { errors });
