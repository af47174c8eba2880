import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { make, register, send } from '../../../test/support/service-caller.ts';
import type { Caller } from '../../../test/support/service-caller.ts';
import { installPackages, startService } from '../../../test/support/typescript-service.ts';
import type { StartedService } from '../../../test/support/typescript-service.ts';
import { writeService } from '../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-cursors-'));
after(() => rmSync(home, { recursive: true, force: true }));

/** What each list ties its cursors to; anyone who reads the code of a service knows it. */
const listPurpose = (path: string) =>
  JSON.stringify([path, null, null, [['createdAt', true]], [], null]);

/** Positions of the wrong shape, and of the wrong types for any database. */
const positions = [
  'null',
  '{}',
  '5',
  '[]',
  '[{},{}]',
  '[[1],[2]]',
  '[true,false]',
  '{"0":{}}',
  'x',
];

for (const [name, blueprint] of Object.entries({ workshop: workshop(), notes: notes() })) {
  describe(`cursors of the ${name} (SP-3.5)`, () => {
    const directory = join(home, name);
    const environment = { DATABASE_FILE: join(home, `${name}.db`) };
    let service: StartedService;
    let owner: Caller;
    let lists: readonly (readonly [path: string, purpose: string])[];
    before(async () => {
      await writeService(blueprint, directory);
      installPackages(directory);
      service = await startService(directory, environment);
      const isPublic = name === 'notes';
      owner = isPublic ? service : await register(service.url, 'owner@example.com');
      const path = isPublic ? '/api/notes' : '/api/parts';
      for (const text of ['a', 'b']) {
        const body = isPublic ? { title: text } : { sku: text, price: '1' };
        await make(owner, path.slice('/api/'.length), body);
      }
      if (!isPublic) {
        const member = { password: 'correct horse', roles: ['mechanic'], fullName: 'Bo' };
        const sent = { ...member, email: 'bo@example.com' };
        const { status } = await send(owner, 'POST', '/api/auth/members', sent);
        assert.equal(status, 201);
      }
      lists = [
        [path, listPurpose(path)],
        ['/events', 'events'],
        ...(isPublic ? [] : [['/api/auth/members', 'members'] as const]),
      ];
    });
    after(async () => assert.equal(await service.stop(), 0));

    const get = (path: string, cursor: string) =>
      send(owner, 'GET', `${path}?limit=1&cursor=${encodeURIComponent(cursor)}`);

    it('can not be made by others', async () => {
      for (const [path, purpose] of lists) {
        for (const text of positions) {
          const unkeyed = hash('sha256', `${purpose}\n${text}`, 'hex');
          for (const sum of [unkeyed.slice(0, 16), unkeyed.slice(0, 32), unkeyed, '']) {
            const { status, body } = await get(path, Buffer.from(sum + text).toString('base64url'));
            assert.deepEqual([status, body['type']], [400, 'urn:problem:invalid-parameter'], path);
          }
        }
      }
    });

    it('are of their list only, not changed, and good after a restart', async () => {
      const cursors = new Map<string, string>();
      for (const [path] of lists) {
        const { body } = await send(owner, 'GET', `${path}?limit=1`);
        cursors.set(path, String(body['nextCursor']));
      }
      for (const [path, cursor] of cursors) {
        assert.equal((await get(path, cursor)).status, 200, path);
        for (const other of cursors.values()) {
          if (other !== cursor) assert.equal((await get(path, other)).status, 400, path);
        }
        for (let at = 0; at < cursor.length; at += 5) {
          const changed = cursor[at] === 'A' ? 'B' : 'A';
          const damaged = cursor.slice(0, at) + changed + cursor.slice(at + 1);
          assert.equal((await get(path, damaged)).status, 400, `${path} ${at}`);
        }
        assert.equal((await get(path, `${cursor}=`)).status, 400, path);
      }
      assert.equal(await service.stop(), 0);
      service = await startService(directory, environment);
      owner = { ...owner, url: service.url };
      for (const [path, cursor] of cursors) assert.equal((await get(path, cursor)).status, 200);
    });
  });
}
