import { randomBytes } from 'node:crypto';

/** W3C Trace Context, level 1: https://www.w3.org/TR/trace-context/ */
export interface TraceContext {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  readonly sampled: boolean;
  /** The span that led to this one. */
  readonly parentId?: string;
}

/** Reads a `traceparent` header; undefined when it is absent or malformed, as the standard wants. */
export function parseTraceparent(header: string | undefined): TraceContext | undefined {
  if (header === undefined || header.length > 256) return undefined;
  const match = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header);
  if (match === null) return undefined;
  const [, version = '', traceId = '', spanId = '', flags = '', rest] = match;
  if (version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** Writes a `traceparent` header. */
export const formatTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

/** Random ids, cut from blocks: a call to the random generator for each would cost more than the span. */
export class TraceIds {
  #block = '';
  #used = 0;

  traceId(): string {
    return this.#hex(32);
  }

  spanId(): string {
    return this.#hex(16);
  }

  #hex(digits: number): string {
    if (this.#used + digits > this.#block.length) {
      this.#block = randomBytes(4096).toString('hex');
      this.#used = 0;
    }
    const from = this.#used;
    this.#used = from + digits;
    return this.#block.slice(from, this.#used);
  }
}
