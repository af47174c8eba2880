import { TimeoutError } from '../errors/call-errors.ts';

/** Waits for something of a component, but not for ever. @throws TimeoutError, or what the work throws */
export async function within<T>(
  what: string,
  limitMs: number,
  work: () => T | Promise<T>,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeoutError(what, limitMs)), limitMs);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    clearTimeout(timer);
  }
}
