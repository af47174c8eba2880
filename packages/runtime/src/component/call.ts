import { randomUUID } from 'node:crypto';
import type { Context, Principal } from './context.ts';
import type { TraceContext } from './trace-context.ts';

/** Where calls of other services go; the registry. */
export type Dispatch = (call: Call) => Promise<unknown>;

/** What makes a call; all but service and data has a default. */
export interface CallRequest {
  readonly serviceId: string;
  readonly data: unknown;
  readonly requestId?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeoutMs?: number | undefined;
}

const none: Readonly<Record<string, string>> = Object.freeze({});

/**
 * The context of one call. Middleware writes into it, components read it. One object with a fixed shape: the
 * abort signal, which costs more than the rest together, is made only for those who ask for it.
 */
export class Call implements Context {
  readonly serviceId: string;
  readonly requestId: string;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly parent: Call | undefined;
  readonly depth: number;
  /** On the clock of `performance.now()`. */
  readonly startedAt: number;
  config: unknown = undefined;
  principal: Principal | undefined;
  attempt = 1;
  trace: TraceContext | undefined;
  deadline: number;
  #dispatch: Dispatch;
  #controller: AbortController | undefined = undefined;
  #abortReason: Error | undefined = undefined;

  constructor(request: CallRequest, dispatch: Dispatch, parent?: Call) {
    this.serviceId = request.serviceId;
    this.data = request.data;
    this.headers = request.headers ?? none;
    this.requestId = request.requestId ?? parent?.requestId ?? randomUUID();
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.principal = parent?.principal;
    this.trace = parent?.trace;
    this.startedAt = performance.now();
    const own = request.timeoutMs === undefined ? Infinity : this.startedAt + request.timeoutMs;
    this.deadline = parent === undefined ? own : Math.min(own, parent.deadline);
    this.#dispatch = dispatch;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#abortReason !== undefined) this.#controller.abort(this.#abortReason);
    return this.#controller.signal;
  }

  /** Tells the component that nobody waits any more. */
  abort(reason: Error): void {
    this.#abortReason = reason;
    this.#controller?.abort(reason);
  }

  /** Makes it fit for another attempt: with a signal that has not aborted, and the deadline from before the first. */
  beginAttempt(attempt: number, deadline: number): void {
    this.attempt = attempt;
    this.deadline = deadline;
    this.#controller = undefined;
    this.#abortReason = undefined;
  }

  call(serviceId: string, data: unknown): Promise<unknown> {
    return this.#dispatch(new Call({ serviceId, data }, this.#dispatch, this));
  }
}

/** The call from outside that a call follows from; itself when it is that one. */
export function requestOf(call: Call): Call {
  let at = call;
  while (at.parent !== undefined) at = at.parent;
  return at;
}
