import { strict as assert } from 'node:assert';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { app, startService } from './service.ts';

/** A JSON object. */
export type Values = Readonly<Record<string, unknown>>;

/** A record as the service answers it. */
export interface Saved extends Values {
  readonly id: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Undefined where there is no body. */
  readonly body: unknown;
}

type Headers = Readonly<Record<string, string>>;

/** Sends requests to the service, with a token or without. */
export class Client {
  readonly #token: string | undefined;
  readonly #service: FastifyInstance;

  constructor(token?: string, service = app) {
    this.#token = token;
    this.#service = service;
  }

  get(url: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers });
  }

  post(url: string, payload: Values, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'POST', url, payload, headers });
  }

  put(url: string, payload: Values, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'PUT', url, payload, headers });
  }

  patch(url: string, payload: Values, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'PATCH', url, payload, headers });
  }

  delete(url: string, headers: Headers = {}): Promise<Answer> {
    return this.send({ method: 'DELETE', url, headers });
  }

  /** Creates a record that nothing speaks against. */
  async create(url: string, payload: Values): Promise<Saved> {
    return saved(await this.post(url, payload), 201);
  }

  /** Changes a record in a way that nothing speaks against. */
  async change(url: string, payload: Values): Promise<Saved> {
    return saved(await this.patch(url, payload), 200);
  }

  /** The records of a list. */
  async list(url: string): Promise<readonly Saved[]> {
    const { status, body } = await this.get(url);
    assert.equal(status, 200, JSON.stringify(body));
    return (body as { items: Saved[] }).items;
  }

  /** The records of a list, to its end. */
  async all(url: string): Promise<readonly Saved[]> {
    const records: Saved[] = [];
    for (let cursor = ''; ;) {
      const page = await this.get(url + cursor);
      assert.equal(page.status, 200, JSON.stringify(page.body));
      const { items, nextCursor } = page.body as { items: Saved[]; nextCursor: string | null };
      records.push(...items);
      if (nextCursor === null) return records;
      if (items.length === 0) {
        assert.equal(url, '/events', 'only the feed of events has no last page');
        return records;
      }
      cursor = `${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(nextCursor)}`;
    }
  }

  async send({ headers, ...request }: InjectOptions): Promise<Answer> {
    const token = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    const answer = await this.#service.inject({ ...request, headers: { ...token, ...headers } });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? undefined : JSON.parse(answer.body),
    };
  }
}

/** A client of a service that nobody else uses. */
export async function ownClient(): Promise<Client> {
  return new Client(undefined, await startService());
}

function saved({ status, body }: Answer, expected: number): Saved {
  assert.equal(status, expected, JSON.stringify(body));
  return body as Saved;
}
