import { RuntimeError } from '../errors/runtime-error.ts';
import { isIdempotent } from './idempotent.ts';
import type { Exchange, Finish, Outcome } from './exchange.ts';
import { problem, sendProblem } from './problem.ts';
import { streamBody } from './request-body.ts';
import { forwardedHeaders } from './request-headers.ts';
import { answerHeaders, headerOf, headerRecord } from './response-headers.ts';
import { type AnswerListener, type UpstreamCall, UpstreamError } from './upstream/upstream-call.ts';
import type { Upstreams } from './upstream/upstreams.ts';
import { upstreamPath } from './upstream-path.ts';

/** An answer of at most so many bytes is written at once when it is there at once. */
const SHORT_ANSWER = 16_384;

/** Sends an exchange to an HTTP upstream and its answer back, both as they come. Calls `finish` once. */
export function forwardHttp(exchange: Exchange, upstreams: Upstreams, finish: Finish): void {
  new HttpForward(exchange, upstreams, finish).attempt();
}

class HttpForward implements AnswerListener {
  readonly #exchange: Exchange;
  readonly #upstreams: Upstreams;
  readonly #finish: Finish;
  readonly #headers: string[];
  #call: UpstreamCall | undefined;
  #url: URL | undefined;
  #status = 0;
  #latencyMs: number | undefined;
  #length: number | undefined;
  #retrying = false;
  #left = false;
  #over = false;

  constructor(exchange: Exchange, upstreams: Upstreams, finish: Finish) {
    this.#exchange = exchange;
    this.#upstreams = upstreams;
    this.#finish = finish;
    this.#headers = forwardedHeaders(exchange.request, exchange);
    exchange.response.once('close', () => {
      if (exchange.response.writableFinished) return;
      this.#left = true;
      this.#call?.abort(new Error('The caller left.'));
    });
  }

  attempt(): void {
    const { request, version, match, body, streams } = this.#exchange;
    const { limits } = match.route;
    const url = version.nextUrl(this.#url);
    if (url === undefined) throw new TypeError(`Version ${version.name} has no URL.`);
    this.#exchange.attempts += 1;
    this.#url = url;
    this.#call = this.#upstreams.send(
      url,
      {
        path: upstreamPath(url, this.#exchange),
        method: request.method ?? '',
        headers: this.#headers,
        body: streams ? streamBody(request, limits.bodyBytes) : body,
        timeoutMs: limits.timeoutMs,
        idleMs: limits.idleMs,
      },
      this,
    );
    if (this.#left) this.#call.abort(new Error('The caller left.'));
  }

  onHead(status: number, headers: string[]): void {
    if ((status === 502 || status === 503 || status === 504) && this.#mayRetry(true)) {
      this.#retrying = true;
      this.#call?.abort(new Error('It is tried again.'));
      return;
    }
    const { request, response, requestId, startedAt, recording, streams, version } = this.#exchange;
    if (this.#url !== undefined) version.markThere(this.#url);
    this.#status = status;
    recording?.begin(status, headerRecord(headers));
    this.#latencyMs = performance.now() - startedAt;
    // The rest of a body that nobody wants would have to be read before the next request.
    if (streams && !request.complete) response.shouldKeepAlive = false;
    response.writeHead(status, answerHeaders(headers, requestId));
    const length = headerOf(headers, 'content-length');
    this.#length = length === undefined ? undefined : Number(length);
    // A stream may be silent for long; who waits for it wants to know that it is there.
    if (length === undefined) response.flushHeaders();
  }

  onData(chunk: Buffer): void {
    const { response, recording } = this.#exchange;
    recording?.add(chunk);
    if (chunk.length === this.#length && chunk.length <= SHORT_ANSWER) {
      // All of it: as text it goes out in one piece with the head, which halves the cost of writing.
      response.end(chunk.toString('latin1'), 'latin1');
      return;
    }
    if (response.write(chunk)) return;
    const call = this.#call;
    call?.pause();
    response.once('drain', () => call?.resume());
  }

  onEnd(): void {
    if (!this.#exchange.response.writableEnded) this.#exchange.response.end();
    this.#done(this.#status, this.#status >= 500 ? 'failed' : 'ok');
  }

  onError(error: Error): void {
    if (this.#over) return;
    const { response, requestId, request, version } = this.#exchange;
    if (this.#url !== undefined && error instanceof UpstreamError && error.reason === 'connect')
      version.markAway(this.#url);
    if (this.#left) {
      this.#done(0, 'aborted');
      return;
    }
    if (this.#retrying || (this.#status === 0 && this.#mayRetry(isIdempotent(request)))) {
      this.#retrying = false;
      // Callers that failed together must not come back together.
      setTimeout(() => this.attempt(), Math.random() * 25);
      return;
    }
    const answer = toProblem(error, this.#exchange);
    sendProblem(response, answer, requestId);
    this.#done(this.#status || answer.status, answer.status >= 500 ? 'failed' : 'refused');
  }

  /** @param safe sending it again does no harm. One that was never sent can always be sent again. */
  #mayRetry(safe: boolean): boolean {
    const { attempts, match, streams, request, version } = this.#exchange;
    if (streams || attempts >= match.route.attempts || this.#left) return false;
    if (!(safe && isIdempotent(request)) && this.#call?.sent !== false) return false;
    // What was never sent has cost nobody anything, and goes elsewhere.
    if (this.#call?.sent === false && version.urls.length > 1) return true;
    return match.route.state.budget.withdraw();
  }

  #done(status: number, outcome: Outcome): void {
    this.#over = true;
    this.#finish(status, outcome, this.#latencyMs);
  }
}

/** What an upstream did, in the words of HTTP. */
function toProblem(error: Error, exchange: Exchange): RuntimeError {
  const { name: version, service } = exchange.version;
  if (error instanceof RuntimeError) return error;
  const reason = error instanceof UpstreamError ? error.reason : 'broken';
  if (reason === 'timeout') {
    return problem(504, 'timeout', `"${service}" gave no answer in time.`, { service, version });
  }
  return reason === 'broken'
    ? problem(502, 'bad-gateway', `"${service}" broke off its answer.`, { service, version })
    : problem(503, 'service-unavailable', `"${service}" cannot be reached.`, { service, version });
}
