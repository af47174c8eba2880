import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { json } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { allEvents, make, register, send } from '../../../test/support/service-caller.ts';
import type { Json } from '../../../test/support/service-caller.ts';
import { installPackages, startService } from '../../../test/support/typescript-service.ts';
import { writeService } from '../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-instances-'));
after(() => rmSync(home, { recursive: true, force: true }));
before(async () => {
  for (const [name, blueprint] of Object.entries({ workshop: workshop(), notes: notes() })) {
    await writeService(blueprint, join(home, name));
    installPackages(join(home, name));
  }
});

describe('the feed of events', () => {
  it('can be polled from before the first event on, and when all have expired', async () => {
    const file = join(home, 'feed.db');
    let service = await startService(join(home, 'notes'), { DATABASE_FILE: file });
    const page = async (cursor?: string) => {
      const query = cursor === undefined ? '' : `?cursor=${cursor}`;
      const { body } = await send(service, 'GET', `/events${query}`);
      return { items: body['items'] as Json[], next: body['nextCursor'] as string };
    };
    try {
      const start = await page();
      assert.equal(typeof start.next, 'string');
      await make(service, 'notes', { title: 'first' });
      const first = await page(start.next);
      assert.equal(first.items.length, 1);
      assert.equal(await service.stop(), 0);
      const database = new DatabaseSync(file);
      database.exec(`
        with recursive n (i) as (select 1 union all select i + 1 from n where i < 2500)
        insert into _event (id, tenant_id, type, subject, time, data)
          select i, tenant_id, type, subject, time, data from _event, n;
        update _event set time = '2026-01-01T00:00:00.000Z'`);
      service = await startService(join(home, 'notes'), { DATABASE_FILE: file });
      for (let wait = 0; wait < 50 && (await page()).items.length > 0; wait += 1) await sleep(100);
      const left = database.prepare('select count(*) as n from _event').get();
      assert.equal(left?.['n'], 0);
      database.close();
      assert.equal((await page()).next, start.next);
      const later = await page(first.next);
      assert.equal(later.next, first.next);
      await make(service, 'notes', { title: 'second' });
      assert.equal((await page(later.next)).items.length, 1);
    } finally {
      assert.equal(await service.stop(), 0);
    }
  });
});

describe('the workshop on a PostgreSQL that it shares', () => {
  const directory = join(home, 'workshop');
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(() => postgres.stop());

  it('posts each event once and in order, whichever of three instances posts', async () => {
    const posted: string[] = [];
    const sink = createServer((request, response) => {
      void json(request).then((event) => {
        posted.push((event as { id: string }).id);
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(sink, 'listening');
    const { port } = sink.address() as AddressInfo;
    const environment = {
      DATABASE_URL: await postgres.database(),
      EVENT_SINK_URL: `http://127.0.0.1:${port}/`,
    };
    const instances = await Promise.all([1, 2, 3].map(() => startService(directory, environment)));
    try {
      const [first] = instances;
      const owner = await register(first?.url ?? '', 'owner@example.com');
      const told = async () => {
        const events = await allEvents(owner);
        for (let wait = 0; posted.length < events.length && wait < 100; wait += 1) await sleep(100);
        await sleep(700);
        assert.deepEqual(
          posted,
          events.map(({ id }) => id),
        );
      };
      for (let round = 0; round < 3; round += 1) {
        const skus = Array.from({ length: 30 }, (_, index) => `${round}-${index}`);
        await Promise.all(
          skus.map((sku, index) => {
            const { url = '' } = instances[index % instances.length] ?? {};
            return make({ ...owner, url }, 'parts', { sku, price: '1' });
          }),
        );
        await told();
      }
      // Who posts may be gone: another goes on.
      assert.equal(await instances.pop()?.stop(), 0);
      assert.equal(await instances.pop()?.stop(), 0);
      await make(owner, 'parts', { sku: 'last', price: '1' });
      await told();
    } finally {
      await Promise.all(instances.map((service) => service.stop()));
      sink.close();
    }
  });

  it('gives a writer its event, though others are still writing', async () => {
    const url = await postgres.database();
    const service = await startService(directory, { DATABASE_URL: url });
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const owner = await register(service.url, 'owner@example.com');
      for (let round = 0; round < 8; round += 1) {
        await client.query('begin');
        // From now on all events wait for this transaction.
        await client.query('select pg_current_xact_id()');
        await make(owner, 'parts', { sku: `sku ${round}`, price: '1' });
        const [events] = await Promise.all([
          allEvents(owner),
          sleep(100).then(() => client.query('commit')),
        ]);
        const { sku } = (events.at(-1) ?? assert.fail())['data'] as Json;
        assert.equal(sku, `sku ${round}`);
      }
    } finally {
      await client.end();
      assert.equal(await service.stop(), 0);
    }
  });

  it('outlives connections that break while they are in use', async () => {
    const url = await postgres.database();
    const service = await startService(directory, { DATABASE_URL: url });
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const owner = await register(service.url, 'owner@example.com');
      const token = { authorization: `Bearer ${owner.token}` };
      const load = Array.from({ length: 4 }, async () => {
        for (let count = 0; count < 100; count += 1)
          await fetch(`${service.url}/api/parts`, { headers: token });
      });
      for (let round = 0; round < 10; round += 1) {
        await client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
        );
        await sleep(20);
      }
      await Promise.all(load);
      assert.equal((await send(owner, 'GET', '/api/parts')).status, 200);
    } finally {
      await client.end();
      assert.equal(await service.stop(), 0);
    }
  });
});
