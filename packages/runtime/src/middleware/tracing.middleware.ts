import type { Call } from '../component/call.ts';
import { parseTraceparent, type TraceContext, TraceIds } from '../component/trace-context.ts';
import type { Middleware } from './middleware.ts';
import { ratioSampler, type Sampler } from './sampler.ts';

/** One finished call, with what OpenTelemetry wants of a span. */
export interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  /** Milliseconds since 1970, with fractions. */
  readonly start: number;
  readonly end: number;
  /** `ok`, or the code of the error. */
  readonly code: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

export interface TracingOptions {
  readonly exporter: (span: Span) => void;
  /** The share of traces that are exported, when nobody upstream has decided. */
  readonly sampleRatio?: number;
  /** Decides instead. */
  readonly sampler?: Sampler;
}

/**
 * Goes on with the trace of `traceparent` or of the calling service, or begins one, and exports a span per
 * sampled call. `context.trace` is there for all inner middleware and for the component, sampled or not.
 */
export function tracing({
  exporter,
  sampleRatio = 1,
  sampler = ratioSampler(sampleRatio, true),
}: TracingOptions): Middleware {
  const ids = new TraceIds();
  const begin = (call: Call): TraceContext => {
    const parent = call.trace ?? parseTraceparent(call.headers['traceparent']);
    const spanId = ids.spanId();
    const traceId = parent?.traceId ?? ids.traceId();
    const sampled = sampler(traceId, parent);
    if (parent === undefined) return { traceId, spanId, sampled };
    return { traceId, spanId, sampled, parentId: parent.spanId };
  };
  return {
    name: 'tracing',
    watch: (service) => ({
      enter(call) {
        call.trace = begin(call);
      },
      leave(call, code, _error, now) {
        const { trace } = call;
        if (trace?.sampled !== true) return;
        exporter({
          name: service.id,
          traceId: trace.traceId,
          spanId: trace.spanId,
          parentId: trace.parentId,
          start: performance.timeOrigin + call.startedAt,
          end: performance.timeOrigin + now,
          code,
          attributes: {
            'microforge.service': service.id,
            'microforge.interface': service.interface.name,
            'microforge.request_id': call.requestId,
            'microforge.attempts': call.attempt,
          },
        });
      },
    }),
  };
}
