import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from '../component/call.ts';
import { isIdempotent } from '../component/interface.ts';
import { RuntimeError } from '../errors/runtime-error.ts';
import type { Middleware } from './middleware.ts';
import { RetryBudget } from './retry-budget.ts';
import { settle } from './settle.ts';

/** How often and how patiently. */
export interface RetryOptions {
  /** The first one counts. */
  readonly attempts?: number;
  /** The wait before attempt n is random, between 0 and `baseMs` × 2^(n-2), at most `maxMs`. */
  readonly baseMs?: number;
  readonly maxMs?: number;
  readonly budget?: RetryBudget;
  readonly isRetryable?: (error: unknown) => boolean;
  /** Gives 0 to 1; `Math.random` but in tests. */
  readonly random?: () => number;
}

/**
 * Calls again what failed and may succeed, only on idempotent interfaces, only within the budget, never past
 * the deadline. The random wait keeps callers that failed together from coming back together.
 */
export function retry({
  attempts = 3,
  baseMs = 20,
  maxMs = 1000,
  budget = new RetryBudget(),
  isRetryable = (error) => error instanceof RuntimeError && error.retryable,
  random = Math.random,
}: RetryOptions = {}): Middleware {
  return {
    name: 'retry',
    wrap(next, service) {
      if (!isIdempotent(service.interface)) return next;
      const again = async (call: Call, deadline: number, firstError: unknown) => {
        let error = firstError;
        for (let attempt = 2; attempt <= attempts; attempt += 1) {
          if (!isRetryable(error)) break;
          const wait = Math.max(
            random() * Math.min(maxMs, baseMs * 2 ** (attempt - 2)),
            retryAfter(error),
          );
          if (performance.now() + wait >= deadline || !budget.withdraw()) break;
          await delay(wait);
          call.beginAttempt(attempt, deadline);
          try {
            return await next(call);
          } catch (latest) {
            error = latest;
          }
        }
        throw error;
      };
      return (call) => {
        budget.deposit();
        // An inner timeout narrows the deadline for its attempt only.
        const { deadline } = call;
        return settle(next, call, identity, (error) => {
          if (attempts < 2 || !isRetryable(error)) throw error;
          return again(call, deadline, error);
        });
      };
    },
  };
}

const identity = (value: unknown) => value;

/** What the service itself asks for, as far as it is sensible. */
function retryAfter(error: unknown): number {
  const asked = error instanceof RuntimeError ? error.data['retryAfterMs'] : undefined;
  return typeof asked === 'number' && asked > 0 ? asked : 0;
}
