import type { AnswerParts } from './answer-parser.ts';
import type { UpstreamRequest } from './request-head.ts';

/** Who waits for an answer. Exactly one of `onEnd` and `onError` comes, last, and never before `send` returns. */
export interface AnswerListener extends AnswerParts {
  onError(error: Error): void;
}

/** Why there is no answer. */
export class UpstreamError extends Error {
  /** `connect`: it was never sent. `timeout`: no answer in time. `broken`: the connection ended, or made no sense. */
  readonly reason: 'connect' | 'timeout' | 'broken';

  constructor(reason: UpstreamError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** Whatever has a call at the moment: the queue for a connection, or a connection. */
export interface CallHolder {
  abandon(call: UpstreamCall, error: Error): void;
  pause(): void;
  resume(): void;
}

/** A request to an upstream under way. */
export class UpstreamCall {
  readonly request: UpstreamRequest;
  readonly head: string;
  readonly chunked: boolean;
  readonly listener: AnswerListener;
  holder: CallHolder | undefined = undefined;
  /** The upstream may know of it. */
  sent = false;

  constructor(request: UpstreamRequest, head: string, chunked: boolean, listener: AnswerListener) {
    this.request = request;
    this.head = head;
    this.chunked = chunked;
    this.listener = listener;
  }

  /** Gives up; `onError` gets the error. Nothing happens once it is over. */
  abort(error: Error): void {
    this.holder?.abandon(this, error);
  }

  /** Takes no more of the answer than has arrived. */
  pause(): void {
    this.holder?.pause();
  }

  resume(): void {
    this.holder?.resume();
  }
}
