/** The problem codes of each status (SP-2.2). */
export const problemCodes: Readonly<Record<number, readonly string[]>> = {
  400: ['malformed-request', 'invalid-parameter'],
  401: ['unauthenticated'],
  403: ['forbidden'],
  404: ['not-found'],
  405: ['method-not-allowed'],
  406: ['not-acceptable'],
  409: ['conflict', 'invalid-transition', 'referenced'],
  412: ['precondition-failed'],
  413: ['too-large'],
  415: ['unsupported-media-type'],
  422: ['validation-failed', 'idempotency-mismatch'],
  429: ['too-many-requests'],
  431: ['header-too-large'],
  500: ['internal'],
  503: ['unavailable'],
};

/** One element of `errors[]` in a problem (SP-2.1). */
export interface ProblemError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code?: string;
  readonly message?: string;
  readonly rule?: string;
}
