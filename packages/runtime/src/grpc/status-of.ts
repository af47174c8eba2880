import { RuntimeError } from '../errors/runtime-error.ts';

/** The gRPC status codes that errors of the runtime become (google.rpc.Code). */
const codes: Readonly<Record<number, number>> = {
  400: 3, // INVALID_ARGUMENT
  401: 16, // UNAUTHENTICATED
  403: 7, // PERMISSION_DENIED
  404: 5, // NOT_FOUND
  409: 10, // ABORTED
  412: 9, // FAILED_PRECONDITION
  413: 8, // RESOURCE_EXHAUSTED
  422: 3,
  429: 8,
  501: 12, // UNIMPLEMENTED
  503: 14, // UNAVAILABLE
  504: 4, // DEADLINE_EXCEEDED
};

/** An error as gRPC says it. Of errors that are none of the runtime only that there was one. */
export function statusOf(error: unknown): { readonly code: number; readonly details: string } {
  if (!(error instanceof RuntimeError)) return { code: 13, details: 'The service failed.' };
  return { code: codes[error.status] ?? (error.status < 500 ? 3 : 13), details: error.message };
}
