import { TimeoutError } from '../errors/call-errors.ts';
import { DeadlineSweep } from './deadline-sweep.ts';
import type { Middleware } from './middleware.ts';
import { isPromise } from './settle.ts';

/** How long calls may take. */
export interface TimeoutOptions {
  readonly timeoutMs: number;
  /** By service id, where it differs. */
  readonly services?: Readonly<Record<string, number>>;
  /** To share one sweep with others. */
  readonly sweep?: DeadlineSweep;
}

/**
 * Ends a call with a TimeoutError at its deadline: the earlier one of the caller's and `timeoutMs` from now.
 * Inside of `retry` it limits each attempt. A component that computes without awaiting can't be interrupted.
 */
export function timeout({
  timeoutMs,
  services = {},
  sweep = new DeadlineSweep(),
}: TimeoutOptions): Middleware {
  return {
    name: 'timeout',
    wrap(next, service) {
      const limit = services[service.id] ?? timeoutMs;
      return (call) => {
        const now = performance.now();
        const deadline = Math.min(call.deadline, now + limit);
        if (deadline <= now) throw new TimeoutError(`"${service.id}"`, 0);
        if (deadline === Infinity) return next(call);
        call.deadline = deadline;
        const result = next(call);
        return isPromise(result) ? sweep.race(result, call, deadline, deadline - now) : result;
      };
    },
  };
}
