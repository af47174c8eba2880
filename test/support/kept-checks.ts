import assert from 'node:assert/strict';
import { it } from 'node:test';

/** A service of the workshop's contract on an empty database. */
export interface KeptService {
  readonly url: string;
  /** Stops the service, and starts it again on the same database. */
  restart(): Promise<void>;
  readonly missing?: string | undefined;
}

interface Repair {
  readonly id: number;
  readonly bicycle: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What `workshop.json` lets callers keep, in every language and on every database. */
export function keptChecks(service: () => KeptService): void {
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${service().url}/v1${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await answer.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, location: answer.headers.get('location'), json };
  };
  const add = async (repair: object) => {
    const { status, location, json } = await send('POST', '/repairs', { repair });
    assert.equal(status, 201, JSON.stringify(json));
    const made = (json as { repair: Repair }).repair;
    assert.equal(location, `/v1/repairs/${made.id}`);
    return made;
  };
  const list = async (query = '') =>
    (await send('GET', `/repairs${query}`)).json as { repairs: Repair[]; repairsCount: number };
  const check = (name: string, run: () => Promise<void>) => {
    void it(name, (t) => {
      const { missing } = service();
      return missing === undefined ? run() : t.skip(missing);
    });
  };

  check('is made, shown, listed, changed and deleted in the shape of the contract', async () => {
    const one = await add({ bicycle: 'Gazelle', state: 'waiting' });
    assert.deepEqual(one, {
      id: one.id,
      bicycle: 'Gazelle',
      state: 'waiting',
      urgent: false,
      price: null,
      createdAt: one.createdAt,
      updatedAt: one.createdAt,
    });
    const two = await add({ bicycle: 'Batavus', urgent: true, price: 12.5 });
    assert.notEqual(one.id, two.id);
    assert.deepEqual(await list(), { repairs: [one, two], repairsCount: 2 });
    assert.deepEqual(await list('?limit=1&offset=1'), { repairs: [two], repairsCount: 2 });
    assert.deepEqual(await list('?state=waiting'), { repairs: [one], repairsCount: 1 });
    assert.deepEqual(await list('?urgent=true'), { repairs: [two], repairsCount: 1 });
    const { json: patched } = await send('PATCH', `/repairs/${one.id}`, { price: 7 });
    const changed = (patched as { repair: Repair }).repair;
    assert.deepEqual({ ...changed, updatedAt: '' }, { ...one, price: 7, updatedAt: '' });
    assert.ok(changed.updatedAt >= one.updatedAt);
    const { json: put } = await send('PUT', `/repairs/${one.id}`, {
      repair: { bicycle: 'Union' },
    });
    const { state: _, ...rest } = { ...one, state: '' };
    const { updatedAt } = (put as { repair: Repair }).repair;
    assert.deepEqual(put, { repair: { ...rest, bicycle: 'Union', updatedAt } });
    assert.deepEqual((await send('GET', `/repairs/${one.id}`)).json, put);
    assert.equal((await send('DELETE', `/repairs/${one.id}`)).status, 204);
    for (const method of ['GET', 'DELETE'])
      assert.equal((await send(method, `/repairs/${one.id}`)).status, 404);
    assert.deepEqual(await list(), { repairs: [two], repairsCount: 1 });
  });

  check('is there after a restart, and numbers are given once', async () => {
    const before = await list();
    const last = await add({ bicycle: 'Sparta' });
    await send('DELETE', `/repairs/${last.id}`);
    await service().restart();
    assert.deepEqual(await list(), before);
    const made = await Promise.all(Array.from({ length: 20 }, () => add({ bicycle: 'Koga' })));
    const ids = new Set(made.map(({ id }) => id));
    assert.equal(ids.size, 20);
    assert.ok(!ids.has(last.id));
  });

  check('is refused where the contract does not allow it', async () => {
    assert.equal((await send('POST', '/repairs', { repair: {} })).status, 422);
    assert.equal((await send('GET', '/repairs?limit=0')).status, 400);
    assert.equal((await send('GET', '/repairs?state=lost')).status, 400);
    assert.equal((await send('GET', '/repairs/x')).status, 400);
  });
}
