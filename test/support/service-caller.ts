import assert from 'node:assert/strict';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** Whoever sends requests to a service. */
export interface Caller {
  readonly url: string;
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly etag: string;
  readonly body: Json;
}

/** Sends a request. @throws when the service answers with a fault of its own */
export async function send(
  { url, token }: Caller,
  method: string,
  path: string,
  body?: Json,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...headers,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await response.text();
  const { status } = response;
  assert.ok(status < 500, `${method} ${path}: ${status} ${text}`);
  const etag = response.headers.get('etag') ?? '';
  return { status, etag, body: text === '' ? {} : (JSON.parse(text) as Json) };
}

/** Creates a record. */
export async function make(
  caller: Caller,
  plural: string,
  body: Json,
): Promise<Json & { id: string }> {
  const answer = await send(caller, 'POST', `/api/${plural}`, body);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return { ...answer.body, id: String(answer.body['id']) };
}

/** Registers an account, and with it a tenant. */
export async function register(url: string, email: string): Promise<Caller> {
  const account = { email, password: 'correct horse', fullName: 'Ada' };
  const { status, body } = await send({ url }, 'POST', '/api/auth/register', account);
  assert.equal(status, 201, JSON.stringify(body));
  return { url, token: String(body['token']) };
}

/** The events of a tenant. */
export async function allEvents(caller: Caller): Promise<Json[]> {
  const events: Json[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page += 1) {
    const { body } = await send(caller, 'GET', `/events?limit=100${cursor}`);
    const items = body['items'] as Json[];
    if (items.length === 0) break;
    events.push(...items);
    cursor = `&cursor=${body['nextCursor'] as string}`;
  }
  return events;
}
