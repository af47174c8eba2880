import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { readGiven } from './read-given.ts';

/** A service of the harbour's contract that runs, or why there is none. */
export interface HarbourService {
  readonly directory: string;
  readonly url: string;
  readonly missing?: string | undefined;
}

/**
 * What a service of `harbour.yaml` does, in every language. Its handler of `GET /ships/{imo}` is written: it
 * answers the ferry Ada; for 2000000 a name that is too long, for 3000000 a status that is not described.
 */
export function harbourChecks(service: () => HarbourService): void {
  const send = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${service().url}/api/v2${path}`, init);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  const post = (path: string, type: string, body: string, method = 'POST') =>
    send(path, { method, headers: type === '' ? {} : { 'content-type': type }, body });
  const check = (name: string, run: () => Promise<void>) => {
    void it(name, (t) => {
      const { missing } = service();
      return missing === undefined ? run() : t.skip(missing);
    });
  };

  check(
    'answers 501 where nobody has written the handler, after it has checked the request',
    async () => {
      const ship = { imo: 1234567, name: 'Ada', kind: 'ferry' };
      const json = 'application/json';
      assert.equal((await post('/ships', json, JSON.stringify(ship))).status, 501);
      // A choice among nothing says nothing.
      assert.equal(
        (await post('/ships', json, JSON.stringify({ ...ship, agent: 'x' }))).status,
        501,
      );
      const wrong = await post('/ships', json, JSON.stringify({ ...ship, kind: 'car' }));
      assert.equal(wrong.status, 422);
      assert.deepEqual(pointers(wrong.body), ['/kind']);
      assert.equal((await post('/ships', 'text/xml', '<a/>')).status, 415);
      assert.equal((await post('/ships', json, '')).status, 400);
    },
  );

  check('says all that is wrong with a body at once', async () => {
    const body = JSON.stringify({ imo: 1, kind: 'car' });
    const wrong = await post('/ships', 'application/json', body);
    assert.deepEqual(pointers(wrong.body).toSorted(), ['/imo', '/kind', '/name']);
  });

  check('hands requests over as values, and checks what the handler answers', async () => {
    const found = await send('/ships/1234567');
    assert.equal(found.status, 200);
    assert.deepEqual(JSON.parse(found.body), { imo: 1234567, name: 'Ada', kind: 'ferry' });
    for (const imo of ['2000000', '3000000']) {
      const { status, body } = await send(`/ships/${imo}`);
      assert.equal(status, 500);
      assert.doesNotMatch(body, /xxx|handler/);
    }
    for (const imo of ['1', 'x', '1234567.5'])
      assert.equal((await send(`/ships/${imo}`)).status, 400);
  });

  check('reads parameters of all styles', async () => {
    const taken = [
      '/berths/AB12.json?fields=length%7Ccrane&near%5Blat%5D=1.5&near%5Blon%5D=2&flags=true&flags=false',
      '/plans/.1,2/;x=1;y=2',
    ];
    for (const path of taken) assert.equal((await send(path)).status, 501, path);
    const refused = [
      '/berths/ab12.json',
      '/berths/AB12.xml',
      '/berths/AB12.json?fields=mast',
      '/berths/AB12.json?near%5Blat%5D=1',
      '/berths/AB12.json?flags=maybe',
      '/berths/AB12.json?nothing=1',
      '/plans/.a/;x=1',
      '/plans/1,2/;x=1',
    ];
    for (const path of refused) assert.equal((await send(path)).status, 400, path);
  });

  check('reads forms, files and texts, and asks for the credentials of the contract', async () => {
    assert.equal((await post('/manifests', 'text/csv', 'a')).status, 401);
    const form = new FormData();
    form.set('file', new Blob(['a,b']), 'manifest.csv');
    form.set('ship', '1234567');
    const keyed = (init: RequestInit) =>
      send('/manifests', { ...init, method: 'POST', headers: { 'x-key': 'k' } });
    // Who the caller is nobody has said yet.
    assert.equal((await keyed({ body: form })).status, 501);
  });

  check('answers what does not exist like any other service', async () => {
    assert.equal((await send('/nothing')).status, 404);
    const { status, headers } = await send('/ships', { method: 'DELETE' });
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, OPTIONS, POST']);
    assert.equal((await send('/ships', { method: 'HEAD' })).status, 501);
    assert.equal((await send('/ships', { headers: { accept: 'image/png' } })).status, 406);
  });

  check('is measured by operation', async () => {
    await send('/ships/7654321');
    const text = await fetch(`${service().url}/metrics`).then((answer) => answer.text());
    assert.match(text, /route="\/api\/v2\/ships\/\{imo\}"/);
    assert.doesNotMatch(text, /7654321/);
  });

  check('serves the document that was given', async () => {
    const { url, directory } = service();
    const served = await fetch(`${url}/openapi.json`).then((answer) => answer.json());
    assert.deepEqual(served, JSON.parse(readFileSync(join(directory, 'openapi.json'), 'utf8')));
    const [given] = (await readGiven('harbour.yaml')).system.services;
    assert.deepEqual(served, given?.document);
  });
}

function pointers(body: string): readonly string[] {
  const { errors } = JSON.parse(body) as { errors: readonly { pointer: string }[] };
  return errors.map(({ pointer }) => pointer);
}
