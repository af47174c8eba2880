import type { Call } from '../component/call.ts';
import { cacheKey } from './cache-key.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { Middleware } from './middleware.ts';
import { RecentMap } from './recent-map.ts';
import { isPromise } from './settle.ts';

/** What is remembered, and how long. */
export interface CacheOptions {
  readonly ttlMs: number;
  /** Answers remembered per service at most; those that nobody asked for of late go first. */
  readonly maxEntries?: number;
  /** By default principal and data: nobody gets an answer that was made for another. */
  readonly key?: (call: Call) => string | undefined;
}

interface Entry {
  value: unknown;
  /** Infinity while the answer is on its way: whoever asks meanwhile waits for the same one. */
  until: number;
}

/** Answers calls of safe interfaces from memory. Answers are shared, and frozen for that. Errors are not kept. */
export function cache({
  ttlMs,
  maxEntries = 1000,
  key = (call) => {
    const data = cacheKey(call.data);
    return data === undefined ? undefined : `${call.principal?.id ?? ''}\n${data}`;
  },
}: CacheOptions): Middleware {
  return {
    name: 'cache',
    wrap(next, service) {
      const { safe, stream } = service.interface;
      // A stream can be read once.
      if (safe !== true || stream === true) return next;
      const entries = new RecentMap<Entry>(maxEntries);
      return (call) => {
        const name = key(call);
        if (name === undefined) return next(call);
        const hit = entries.get(name);
        if (hit !== undefined && hit.until > call.startedAt) return hit.value;
        const result = next(call);
        const entry: Entry = { value: result, until: Infinity };
        const arrived = (value: unknown) => {
          entry.value = deepFreeze(value);
          entry.until = performance.now() + ttlMs;
          return value;
        };
        if (!isPromise(result)) {
          arrived(result);
          entries.set(name, entry);
          return result;
        }
        const arriving = result.then(arrived, (error: unknown) => {
          if (entries.get(name) === entry) entries.delete(name);
          throw error;
        });
        entry.value = arriving;
        entries.set(name, entry);
        return arriving;
      };
    },
  };
}
