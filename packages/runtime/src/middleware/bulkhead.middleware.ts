import type { Call } from '../component/call.ts';
import { TimeoutError } from '../errors/call-errors.ts';
import { BulkheadFullError } from '../errors/middleware-errors.ts';
import type { Middleware } from './middleware.ts';
import { settle } from './settle.ts';

/** How much one service may take of the process. */
export interface BulkheadOptions {
  /** Calls that run at once. */
  readonly concurrency?: number;
  /** Calls that wait; more are refused. */
  readonly queue?: number;
}

interface Waiting {
  readonly call: Call;
  readonly start: () => void;
  readonly giveUp: (error: Error) => void;
}

/** Bounds the calls that run and wait, so that one slow service does not take the process with it. */
export function bulkhead({ concurrency = 64, queue = 256 }: BulkheadOptions = {}): Middleware {
  return {
    name: 'bulkhead',
    wrap(next, service) {
      let running = 0;
      let waiting: Waiting[] = [];
      const leave = () => {
        running -= 1;
        for (;;) {
          const first = waiting.shift();
          if (first === undefined) return;
          if (!expired(first)) return first.start();
        }
      };
      /** Whoever waits past his deadline is told so, though nobody listens any more. */
      const expired = ({ call, giveUp }: Waiting) => {
        if (performance.now() < call.deadline) return false;
        giveUp(new TimeoutError(`"${service.id}"`, performance.now() - call.startedAt));
        return true;
      };
      const run = (call: Call) => {
        running += 1;
        return settle(
          next,
          call,
          (value) => {
            leave();
            return value;
          },
          (error) => {
            leave();
            throw error;
          },
        );
      };
      return (call) => {
        if (running < concurrency) return run(call);
        if (waiting.length >= queue) waiting = waiting.filter((each) => !expired(each));
        if (waiting.length >= queue) throw new BulkheadFullError(service.id, concurrency, queue);
        return new Promise((resolve, reject) => {
          const start = () => {
            try {
              resolve(run(call));
            } catch (error) {
              reject(error);
            }
          };
          waiting.push({ call, start, giveUp: reject });
        });
      };
    },
  };
}
