import type { Principal } from '../component/context.ts';

/** An answer as far as it is kept. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Undefined when it was too long to be kept. */
  readonly body: Buffer | undefined;
}

/** A request that can be sent again. */
export interface RecordedRequest {
  readonly method: string;
  /** With its query, as it came. */
  readonly path: string;
  /** As they are forwarded: name, value, name, value. */
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
  readonly requestId: string;
  readonly traceparent: string;
  readonly principal: Principal | undefined;
}

/** A request and what it was answered. */
export interface RecordedExchange {
  readonly request: RecordedRequest;
  readonly version: string;
  readonly answer: Answer;
  readonly latencyMs: number;
}

/** Somebody who wants to see exchanges of a service whole. */
export interface Tap {
  /** Asked for each request that could be recorded; a body is there when it is short. */
  readonly wants: (method: string, version: string) => boolean;
  readonly take: (exchange: RecordedExchange) => void;
}
