import { setTimeout as delay } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { IncomingHttpHeaders } from 'undici/types/header.js';
import type { RuntimeError } from '../errors/runtime-error.ts';
import { isIdempotent } from './idempotent.ts';
import type { Exchange, Finish, Outcome } from './exchange.ts';
import { problem, sendProblem } from './problem.ts';
import { streamBody } from './request-body.ts';
import { forwardedHeaders } from './request-headers.ts';
import { answerHeaders } from './response-headers.ts';
import type { UpstreamPools } from './upstream-pools.ts';
import { upstreamPath } from './upstream-path.ts';

/** An answer of at most so many bytes is written at once when it is there at once. */
const SHORT_ANSWER = 16_384;

/** Sends an exchange to an HTTP upstream and its answer back, both as they come. Calls `finish` once. */
export function forwardHttp(exchange: Exchange, pools: UpstreamPools, finish: Finish): void {
  new HttpForward(exchange, pools, finish).attempt();
}

class HttpForward implements Dispatcher.DispatchHandler {
  readonly #exchange: Exchange;
  readonly #pools: UpstreamPools;
  readonly #finish: Finish;
  readonly #headers: string[];
  #controller: Dispatcher.DispatchController | undefined;
  #status = 0;
  #latencyMs: number | undefined;
  #length: number | undefined;
  #retrying = false;
  #left = false;
  #over = false;

  constructor(exchange: Exchange, pools: UpstreamPools, finish: Finish) {
    this.#exchange = exchange;
    this.#pools = pools;
    this.#finish = finish;
    this.#headers = forwardedHeaders(exchange.request, exchange);
    exchange.response.once('close', () => {
      if (exchange.response.writableFinished) return;
      this.#left = true;
      this.#controller?.abort(new Error('The caller left.'));
    });
  }

  attempt(): void {
    const { request, version, match, body, streams } = this.#exchange;
    const { limits } = match.route;
    const url = version.nextUrl();
    if (url === undefined) throw new TypeError(`Version ${version.name} has no URL.`);
    this.#exchange.attempts += 1;
    this.#controller = undefined;
    this.#pools.get(url).dispatch(
      {
        path: upstreamPath(url, this.#exchange),
        method: request.method as Dispatcher.HttpMethod,
        headers: this.#headers,
        body: streams ? Readable.from(streamBody(request, limits.bodyBytes)) : (body ?? null),
        headersTimeout: limits.timeoutMs,
        bodyTimeout: limits.idleMs,
      },
      this,
    );
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#left) controller.abort(new Error('The caller left.'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return;
    if ((status === 502 || status === 503 || status === 504) && this.#mayRetry(true)) {
      this.#retrying = true;
      controller.abort(new Error('It is tried again.'));
      return;
    }
    const { response, requestId, startedAt, recording } = this.#exchange;
    this.#status = status;
    recording?.begin(status, headers);
    this.#latencyMs = performance.now() - startedAt;
    response.writeHead(status, answerHeaders(headers, requestId));
    const length = headers['content-length'];
    this.#length = length === undefined ? undefined : Number(length);
    // A stream may be silent for long; who waits for it wants to know that it is there.
    if (length === undefined) response.flushHeaders();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { response, recording } = this.#exchange;
    recording?.add(chunk);
    if (chunk.length === this.#length && chunk.length <= SHORT_ANSWER) {
      // All of it: as text it goes out in one piece with the head, which halves the cost of writing.
      response.end(chunk.toString('latin1'), 'latin1');
      return;
    }
    if (response.write(chunk)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    if (!this.#exchange.response.writableEnded) this.#exchange.response.end();
    this.#done(this.#status, this.#status >= 500 ? 'failed' : 'ok');
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#over) return;
    const { response, requestId, request } = this.#exchange;
    if (this.#left) {
      this.#done(0, 'aborted');
      return;
    }
    if (this.#retrying || (this.#status === 0 && this.#mayRetry(isIdempotent(request)))) {
      this.#retrying = false;
      // Callers that failed together must not come back together.
      void delay(Math.random() * 25).then(() => this.attempt());
      return;
    }
    const answer = toProblem(error, this.#exchange);
    sendProblem(response, answer, requestId);
    this.#done(this.#status || answer.status, answer.status >= 500 ? 'failed' : 'refused');
  }

  /** @param safe sending it again does no harm. One that was never sent can always be sent again. */
  #mayRetry(safe: boolean): boolean {
    const { attempts, match, streams, request } = this.#exchange;
    if (streams || attempts >= match.route.attempts || this.#left) return false;
    if (!(safe && isIdempotent(request)) && this.#controller !== undefined) return false;
    return match.route.state.budget.withdraw();
  }

  #done(status: number, outcome: Outcome): void {
    this.#over = true;
    this.#finish(status, outcome, this.#latencyMs);
  }
}

/** What an upstream did, in the words of HTTP. */
function toProblem(error: Error & { code?: string }, exchange: Exchange): RuntimeError {
  const { name: version, service } = exchange.version;
  if ('status' in error) return error as RuntimeError;
  if (error.code === 'UND_ERR_HEADERS_TIMEOUT' || error.code === 'UND_ERR_BODY_TIMEOUT') {
    return problem(504, 'timeout', `"${service}" gave no answer in time.`, { service, version });
  }
  const sent = error.code !== 'ECONNREFUSED' && error.code !== 'UND_ERR_CONNECT_TIMEOUT';
  return sent
    ? problem(502, 'bad-gateway', `"${service}" broke off its answer.`, { service, version })
    : problem(503, 'service-unavailable', `"${service}" cannot be reached.`, { service, version });
}
