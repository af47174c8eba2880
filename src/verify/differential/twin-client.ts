import { setTimeout as delay } from 'node:timers/promises';
import { jsonOf } from '../http/exchange.ts';
import type { Exchange, HttpRequest, HttpResponse } from '../http/exchange.ts';
import { createHttpClient } from '../http/http-client.ts';
import type { HttpClient } from '../http/http-client.ts';
import { Translation } from './translation.ts';

/** One of the services, and what to call it. */
export interface Twin {
  readonly name: string;
  readonly url: string;
}

/** Two services that answered the same request differently. */
export interface Difference {
  /** The clause of the service profile at stake. */
  readonly clause: string;
  readonly request: HttpRequest;
  /** Which of the others differs from the first. */
  readonly other: string;
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
/** Differences that are kept; a service that answers nothing right needs no list of everything. */
const MOST = 10_000;

/** A service that must answer as the first does, and its words for what services choose themselves. */
interface Other {
  readonly name: string;
  readonly client: HttpClient;
  readonly translation: Translation;
}

/**
 * A client that sends each request to several services at once, one request after the other, and gives the
 * answer of the first. What the services choose themselves (ids, times, tokens, cursors, entity tags) is
 * translated on the way to the others; every other difference is remembered.
 */
export class TwinClient implements HttpClient {
  readonly differences: Difference[] = [];
  requests = 0;
  /** What requests are made for at the moment. */
  clause = '';
  readonly #first: HttpClient;
  readonly #others: readonly Other[];
  #last: Promise<unknown> = Promise.resolve();

  constructor([first, ...others]: readonly [Twin, ...Twin[]], signal: AbortSignal) {
    this.#first = createHttpClient({ url: first.url, signal });
    this.#others = others.map(({ name, url }) => ({
      name,
      client: createHttpClient({ url, signal }),
      translation: new Translation([new URL(first.url).origin, new URL(url).origin]),
    }));
  }

  send(request: HttpRequest): Promise<Exchange> {
    const sent = this.#last.then(() => this.#send(request));
    this.#last = sent;
    return sent;
  }

  close(): void {
    this.#first.close();
    for (const { client } of this.#others) client.close();
  }

  async #send(request: HttpRequest): Promise<Exchange> {
    const answering = this.#others.map(({ client, translation }) =>
      client.send(translation.request(request)),
    );
    const exchange = await this.#first.send(request);
    const answers = await Promise.all(answering);
    this.requests += 1;
    for (const [index, other] of this.#others.entries()) {
      const [one, two] = [exchange.response, answers[index]?.response];
      const differ = (where: string, first: unknown, second: unknown) =>
        this.#differ(request, other.name, where, first, second);
      if (one && two) compare(request, [one, two], other.translation, differ);
      else if (one || two) differ('answer', exchange.error, answers[index]?.error);
    }
    // Records of one millisecond here and of two there would not compare alike with a time.
    if (request.method !== 'GET') await delay(1);
    return exchange;
  }

  #differ(request: HttpRequest, other: string, where: string, one: unknown, two: unknown): void {
    if (this.differences.length >= MOST) return;
    const [first, second] = [shown(one), shown(two)];
    this.differences.push({ clause: this.clause, request, other, where, first, second });
  }
}

function compare(
  { target }: HttpRequest,
  [one, other]: readonly [HttpResponse, HttpResponse],
  translation: Translation,
  differ: (where: string, first: unknown, second: unknown) => void,
): void {
  if (one.status !== other.status) {
    differ('status', [one.status, one.text], [other.status, other.text]);
    return;
  }
  // The body first: headers repeat what is learned from it.
  if (/\bjson\b/.test(one.headers['content-type'] ?? ''))
    translation.compare(jsonOf(one), jsonOf(other), '', differ);
  for (const name of HEADERS) {
    // The page is each language's own, and so is what it may load.
    if (name === 'content-security-policy' && /^\/docs\b/.test(target)) continue;
    const [first, second] = [one, other].map(({ headers }) => headers[name]);
    if (!translation.same(`header ${name}`, first, second)) differ(`header ${name}`, first, second);
  }
  for (const name of PRESENT)
    if (name in one.headers !== name in other.headers)
      differ(`header ${name}`, one.headers[name], other.headers[name]);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 400);
}
