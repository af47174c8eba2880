import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Principal } from '../component/context.ts';
import type { Recording } from './recording.ts';
import type { RequestPath } from './request-path.ts';
import type { Match } from './route-table.ts';
import type { Version } from './version.ts';

/** One request on its way through the gateway. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: RequestPath;
  readonly match: Match;
  readonly version: Version;
  readonly requestId: string;
  readonly traceparent: string;
  principal: Principal | undefined;
  readonly trustForwarded: boolean;
  /** On `performance.now()`. */
  readonly startedAt: number;
  /** Its body when it is short, so that it can be sent again; undefined without one, or when it is streamed. */
  body: Buffer | undefined;
  /** It has a body that is streamed: it can be sent once. */
  streams: boolean;
  attempts: number;
  /** Set when somebody wants to see the answer. */
  recording: Recording | undefined;
}

/**
 * What became of an exchange. `failed` is the version's fault: 5xx, no answer, a broken one. `aborted` is the
 * caller's, who left before the end. `refused`: the gateway did not let it through.
 */
export type Outcome = 'ok' | 'failed' | 'aborted' | 'refused';

/** Called once at the end: the status that the caller got, and when the answer began. */
export type Finish = (status: number, outcome: Outcome, latencyMs: number | undefined) => void;

/** How an exchange ended, for metrics, logs and the comparison of versions. */
export interface ExchangeEnd {
  readonly service: string;
  readonly version: string;
  readonly method: string;
  /** As it came, without query. */
  readonly path: string;
  /** What the caller got; 0 when he left before there was an answer. */
  readonly status: number;
  readonly outcome: Outcome;
  /** From the request's head to the answer's; undefined without an answer. */
  readonly latencyMs: number | undefined;
  readonly durationMs: number;
  readonly attempts: number;
  readonly requestId: string;
  readonly traceparent: string;
  readonly principal: Principal | undefined;
}
