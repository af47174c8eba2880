import { setTimeout as delay } from 'node:timers/promises';
import { jsonOf } from '../../src/verify/http/exchange.ts';
import type { Exchange, HttpRequest, HttpResponse } from '../../src/verify/http/exchange.ts';
import { createHttpClient } from '../../src/verify/http/http-client.ts';
import type { HttpClient } from '../../src/verify/http/http-client.ts';
import { Translation } from './translation.ts';

/** Two services that answered the same request differently. */
export interface Difference {
  /** The clause of the service profile at stake. */
  readonly clause: string;
  readonly asked: string;
  /** What differs: `status`, `header etag`, `/items/0/name`; and both values. */
  readonly where: string;
  readonly first: string;
  readonly second: string;
}

/** The headers that the profile names. Of those that clients compute with, only the presence counts. */
const HEADERS = [
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'allow',
  'cache-control',
  'content-security-policy',
  'content-type',
  'etag',
  'idempotency-replayed',
  'location',
  'referrer-policy',
  'set-cookie',
  'vary',
  'www-authenticate',
  'x-content-type-options',
  'x-frame-options',
];
const PRESENT = ['retry-after', 'x-request-id'];

/**
 * A client that sends each request to two services at once, one request after the other, and gives the
 * answer of the first. What the services choose themselves (ids, times, tokens, cursors, entity tags) is
 * translated on the way to the second; every other difference is remembered.
 */
export class TwinClient implements HttpClient {
  readonly differences: Difference[] = [];
  requests = 0;
  /** What requests are made for at the moment. */
  clause = '';
  readonly #clients: readonly [HttpClient, HttpClient];
  readonly #translation: Translation;
  #last: Promise<unknown> = Promise.resolve();

  /** @param urls of the services */
  constructor(urls: readonly [string, string], signal: AbortSignal) {
    const [first, second] = urls;
    this.#clients = [
      createHttpClient({ url: first, signal }),
      createHttpClient({ url: second, signal }),
    ];
    this.#translation = new Translation([new URL(first).origin, new URL(second).origin]);
  }

  send(request: HttpRequest): Promise<Exchange> {
    const sent = this.#last.then(() => this.#send(request));
    this.#last = sent;
    return sent;
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }

  async #send(request: HttpRequest): Promise<Exchange> {
    const [first, second] = this.#clients;
    const exchanges = await Promise.all([
      first.send(request),
      second.send(this.#translation.request(request)),
    ]);
    this.requests += 1;
    const [one, other] = exchanges.map(({ response }) => response);
    if (one && other) this.#compare(request, one, other);
    else if (one || other) this.#differ(request, 'answer', exchanges[0].error, exchanges[1].error);
    // Records of one millisecond here and of two there would not compare alike with a time.
    if (request.method !== 'GET') await delay(1);
    return exchanges[0];
  }

  #compare(request: HttpRequest, one: HttpResponse, other: HttpResponse): void {
    if (one.status !== other.status) {
      this.#differ(request, `status`, [one.status, one.text], [other.status, other.text]);
      return;
    }
    // The body first: headers repeat what is learned from it.
    if (/\bjson\b/.test(one.headers['content-type'] ?? '')) {
      const differ = (where: string, first: unknown, second: unknown) =>
        this.#differ(request, where, first, second);
      this.#translation.compare(jsonOf(one), jsonOf(other), '', differ);
    }
    for (const name of HEADERS) {
      // The page is each language's own, and so is what it may load.
      if (name === 'content-security-policy' && /^\/docs\b/.test(request.target)) continue;
      const [first, second] = [one, other].map(({ headers }) => headers[name]);
      if (!this.#translation.same(`header ${name}`, first, second))
        this.#differ(request, `header ${name}`, first, second);
    }
    for (const name of PRESENT)
      if (name in one.headers !== name in other.headers)
        this.#differ(request, `header ${name}`, one.headers[name], other.headers[name]);
  }

  #differ({ method, target, body }: HttpRequest, where: string, one: unknown, other: unknown) {
    const [first, second] = [shown(one), shown(other)];
    const content = body === undefined ? '' : ` ${body.toString().slice(0, 200)}`;
    const asked = `${method} ${target.slice(0, 200)}${content}`;
    this.differences.push({ clause: this.clause, asked, where, first, second });
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 400);
}
