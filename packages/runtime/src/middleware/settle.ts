import type { Call } from '../component/call.ts';
import type { Handler } from './middleware.ts';

/**
 * Runs a handler and then, however it ends, one of two functions. An answer that is there at once stays
 * synchronous: no promise is made for it.
 */
export function settle(
  next: Handler,
  call: Call,
  succeeded: (value: unknown) => unknown,
  failed: (error: unknown) => unknown,
): unknown {
  let result: unknown;
  try {
    result = next(call);
  } catch (error) {
    return failed(error);
  }
  return isPromise(result) ? result.then(succeeded, failed) : succeeded(result);
}

/** Promises of other libraries count too. */
export const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  value instanceof Promise ||
  (typeof value === 'object' &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function');
