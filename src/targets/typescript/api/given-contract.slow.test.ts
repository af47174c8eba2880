import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../../../scripts/root.ts';
import { readAnyRequirements } from '#intake';
import { oddContract } from '../../../../test/support/odd-contract.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { installPackages, run, startService } from '../../../../test/support/typescript-service.ts';
import type { StartedService } from '../../../../test/support/typescript-service.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-given-'));
const directory = join(home, 'harbour');
after(() => rmSync(home, { recursive: true, force: true }));

describe('a service whose contract was given', () => {
  let service: StartedService;

  before(async () => {
    await writeService(await readGiven('harbour.yaml'), directory);
    installPackages(directory);
    writeFileSync(join(directory, 'src/handlers/ships/ships-get.ts'), HANDLER);
    service = await startService(directory, {});
  });
  after(() => service.stop());

  const send = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${service.url}/api/v2${path}`, init);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text };
  };
  const post = (path: string, type: string, body: string, method = 'POST') =>
    send(path, { method, headers: type === '' ? {} : { 'content-type': type }, body });

  it('is right by the strict compiler, and formatted', () => {
    const types = run(directory, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal(types.stdout + types.stderr, '');
    const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
    assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
  });

  it('answers 501 where nobody has written the handler, after it has checked the request', async () => {
    const ship = { imo: 1234567, name: 'Ada', kind: 'ferry' };
    const json = 'application/json';
    assert.equal((await post('/ships', json, JSON.stringify(ship))).status, 501);
    const wrong = await post('/ships', json, JSON.stringify({ ...ship, kind: 'car' }));
    assert.equal(wrong.status, 422);
    assert.deepEqual(
      (JSON.parse(wrong.body) as { errors: { pointer: string; code: string }[] }).errors[0]
        ?.pointer,
      '/kind',
    );
    assert.equal((await post('/ships', 'text/xml', '<a/>')).status, 415);
    assert.equal((await post('/ships', json, '')).status, 400);
  });

  it('hands requests of every style over as values, and checks what the handler answers', async () => {
    const found = await send('/ships/1234567');
    assert.equal(found.status, 200);
    assert.deepEqual(JSON.parse(found.body), { imo: 1234567, name: 'Ada', kind: 'ferry' });
    // The handler answers a name that is too long, and a status that is not described.
    for (const imo of ['2000000', '3000000']) {
      const { status, body } = await send(`/ships/${imo}`);
      assert.equal(status, 500);
      assert.doesNotMatch(body, /xxx|handler/);
    }
    for (const imo of ['1', 'x', '1234567.5'])
      assert.equal((await send(`/ships/${imo}`)).status, 400);
  });

  it('reads parameters of all styles', async () => {
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

  it('reads forms, files and texts, and asks for the credentials that the contract asks for', async () => {
    assert.equal((await post('/manifests', 'text/csv', 'a')).status, 401);
    const form = new FormData();
    form.set('file', new Blob(['a,b']), 'manifest.csv');
    form.set('ship', '1234567');
    const keyed = (init: RequestInit) =>
      send('/manifests', { ...init, method: 'POST', headers: { 'x-key': 'k' } });
    // Who the caller is nobody has said yet.
    assert.equal((await keyed({ body: form })).status, 501);
  });

  it('answers what does not exist like any other service', async () => {
    assert.equal((await send('/nothing')).status, 404);
    const { status, headers } = await send('/ships', { method: 'DELETE' });
    assert.deepEqual([status, headers.get('allow')], [405, 'GET, OPTIONS, POST']);
    assert.equal((await send('/ships', { method: 'HEAD' })).status, 501);
    assert.equal((await send('/ships', { headers: { accept: 'image/png' } })).status, 406);
  });

  it('is measured by operation', async () => {
    await send('/ships/7654321');
    const text = await fetch(`${service.url}/metrics`).then((answer) => answer.text());
    assert.match(text, /route="\/api\/v2\/ships\/\{imo\}"/);
    assert.doesNotMatch(text, /7654321/);
  });

  it('serves the document that was given', async () => {
    const served = await fetch(`${service.url}/openapi.json`).then((answer) => answer.json());
    assert.deepEqual(served, JSON.parse(readFileSync(join(directory, 'openapi.json'), 'utf8')));
    const [given] = (await readGiven('harbour.yaml')).system.services;
    assert.deepEqual(served, given?.document);
  });
});

describe('a contract in which every name is odd', () => {
  const odd = join(home, 'odd');

  it('is right by the strict compiler, formatted, and runs', async () => {
    const text = JSON.stringify(oddContract());
    const { value } = await readAnyRequirements({ document: 'odd.json', text });
    assert.ok(value);
    await writeService(value, odd);
    installPackages(odd);
    const types = run(odd, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal(types.stdout + types.stderr, '');
    const formatted = run(odd, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
    assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
    const service = await startService(odd, {});
    const path = `/p0/${encodeURIComponent("it's")}/1/2`;
    const { status } = await fetch(service.url + path, { method: 'POST' });
    assert.equal(status, 501);
    await service.stop();
  });
});

const HANDLER = `import type { ShipsGet } from '../../operations/ships.types.ts';

export const shipsGet: ShipsGet = async ({ path: { imo } }) => {
  const ship = { imo, name: imo === 2000000 ? 'x'.repeat(81) : 'Ada', kind: 'ferry' } as const;
  if (imo === 3000000) return { status: 418, body: ship } as never;
  return { status: 200, body: ship };
};
`;
