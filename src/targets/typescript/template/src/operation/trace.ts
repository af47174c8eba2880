import { randomUUID } from 'node:crypto';

/** Where a request belongs in a distributed trace (W3C Trace Context). */
export interface Trace {
  readonly traceId: string;
  /** The span of the caller, if it sent one. */
  readonly parentId: string | undefined;
  readonly sampled: boolean;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const ZEROES = /^0+$/;

/** Goes on with the trace of a `traceparent` header, or begins one. */
export function traceOf(traceparent: string | string[] | undefined): Trace {
  const match = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent) : null;
  const [, traceId = '', parentId = '', flags = '01'] = match ?? [];
  if (!match || ZEROES.test(traceId) || ZEROES.test(parentId)) {
    return { traceId: randomUUID().replaceAll('-', ''), parentId: undefined, sampled: true };
  }
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace;
  }
}
