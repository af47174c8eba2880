import { randomUUID } from 'node:crypto';
import { TimeoutError } from '../errors/call-errors.ts';
import { type Call, requestOf } from '../component/call.ts';
import type { Bus } from '../bus/bus.ts';
import type { CloudEvent } from '../bus/cloud-event.ts';
import { formatTraceparent } from '../component/trace-context.ts';

/** Where a service answers on a bus. */
export const serviceSubject = (serviceId: string): string => `service.${serviceId}`;

/** What travels when a service is called over a bus: the data of a CloudEvent of type `microforge.call`. */
export interface BusCall {
  readonly request_id: string;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** What is left of the caller's time; absent when he has no limit. */
  readonly timeout_ms?: number;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * The registry's way to services of other processes: give it as `remote`. Request id, deadline, trace and
 * credentials go along; the other side finds out itself who calls.
 */
export const callOverBus = (bus: Bus): ((call: Call) => Promise<unknown>) => {
  // Unique, and made once: each call adds a number.
  const caller = randomUUID();
  let calls = 0;
  return (call) => {
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
};
