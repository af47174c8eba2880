import { randomUUID } from 'node:crypto';
import { TimeoutError } from '../errors/call-errors.ts';
import { type Call, requestOf } from '../component/call.ts';
import type { Bus } from '../bus/bus.ts';
import { type CloudEvent, newEvent } from '../bus/cloud-event.ts';
import { retry, type RetryOptions } from '../middleware/retry.middleware.ts';
import { RetryBudget } from '../middleware/retry-budget.ts';
import { timeout } from '../middleware/timeout.middleware.ts';
import { formatTraceparent } from '../component/trace-context.ts';
import { describeType } from './bus-description.ts';
import { repeatIdempotent } from './repeat-idempotent.ts';

/** Where a service answers on a bus. */
export const serviceSubject = (serviceId: string): string => `service.${serviceId}`;

/** What travels when a service is called over a bus: the data of a CloudEvent of type `microforge.call`. */
export interface BusCall {
  readonly request_id: string;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** What is left of the caller's time; absent when he has no limit. */
  readonly timeout_ms?: number;
  /** From 2 on the caller has repeated it, which only an idempotent interface takes. */
  readonly attempt?: number;
}

/** How calls over a bus are repeated when they fail in passing: only those of idempotent interfaces. */
export interface BusCallOptions extends RetryOptions {
  /**
   * How long one attempt of an idempotent call may take, within its deadline. Who was killed says nothing: this
   * is how long it takes to find out, and calls that take longer by nature need more.
   */
  readonly attemptMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * The registry's way to services of other processes: give it as `remote`. Request id, deadline, trace and
 * credentials go along; the other side finds out itself who calls. What fails in passing is called again where
 * the service says that its interface is idempotent; `{ attempts: 1 }` never does.
 */
export const callOverBus = (
  bus: Bus,
  // One that is killed loses all that it was doing at once: more has to be saved up than for single failures.
  { attemptMs = 10_000, budget = new RetryBudget(0.1, 100), ...options }: BusCallOptions = {},
): ((call: Call) => Promise<unknown>) => {
  // Unique, and made once: each call adds a number.
  const caller = randomUUID();
  let calls = 0;
  const send = (call: Call): Promise<unknown> => {
    const left = call.deadline - performance.now();
    if (left <= 0) return Promise.reject(new TimeoutError(`"${call.serviceId}"`, 0));
    const timeoutMs = Math.min(left, DEFAULT_TIMEOUT_MS);
    const { authorization } = requestOf(call).headers;
    const traceparent = call.trace === undefined ? undefined : formatTraceparent(call.trace);
    const data: BusCall = {
      request_id: call.requestId,
      data: call.data,
      headers: {
        ...(authorization !== undefined && { authorization }),
        ...(traceparent !== undefined && { traceparent }),
      },
      ...(left !== Infinity && { timeout_ms: left }),
      ...(call.attempt > 1 && { attempt: call.attempt }),
    };
    const event: CloudEvent = {
      specversion: '1.0',
      id: `${caller}-${(calls += 1)}`,
      source: '/runtime',
      type: 'microforge.call',
      ...(traceparent !== undefined && { traceparent }),
      data,
    };
    return bus.request(serviceSubject(call.serviceId), event, { timeoutMs });
  };
  if (options.attempts === 1) return send;
  const middleware = [retry({ ...options, budget }), timeout({ timeoutMs: attemptMs })];
  const describe = (serviceId: string, timeoutMs: number) =>
    bus.request(
      serviceSubject(serviceId),
      newEvent({ source: '/runtime', type: describeType, data: {} }),
      { timeoutMs },
    );
  return repeatIdempotent(describe, middleware, send);
};
