import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Caller } from './template/src/caller.ts';
import { openSqlite } from './template/src/db/sqlite.ts';
import { Outbox } from './template/src/events/outbox.ts';
import { integer } from './template/src/fields/index.ts';
import { Cursors } from './template/src/records/cursor.ts';
import { List } from './template/src/records/list.ts';
import { Records } from './template/src/records/records.ts';
import type { Resource } from './template/src/records/resource.ts';

test('what only the service can set may be missing, required or not: pages by it hold all records', async () => {
  const database = openSqlite(':memory:');
  await sql`create table item (id text, _tenant text, _version integer, _created_by text, total integer, created_at text, updated_at text)`.execute(
    database.db,
  );
  const time = '2026-01-31T09:30:00.000Z';
  for (const [at, total] of [null, 2, null, 1, null].entries()) {
    await sql`insert into item values (${`0${at}`}, 't', 1, 'a', ${total}, ${time}, ${time})`.execute(
      database.db,
    );
  }
  const item: Resource = {
    name: 'item',
    plural: 'items',
    table: 'item',
    fields: { total: integer({ required: true, readOnly: true }) },
  };
  const outbox = new Outbox(database, 'shop');
  const records = new Records('shop', database, outbox, new Cursors('x'.repeat(32)), [item]);
  const list = new List(records, records.store('item'), 2);
  const caller = { tenantId: 't', accountId: 'a', roles: ['owner'] } as unknown as Caller;
  const follow = async (sort: string): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && ids.length < 9;) {
      const query = new Map([['sort', sort], ...(cursor ? [['cursor', cursor] as const] : [])]);
      const text = await list.page(query, caller, 'all');
      const page = JSON.parse(text) as { items: { id: string }[]; nextCursor: string | null };
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return ids;
  };
  assert.deepEqual(await follow('total'), ['03', '01', '00', '02', '04']);
  assert.deepEqual(await follow('-total'), ['01', '03', '04', '02', '00']);
  // The contract has no such filter for what is required.
  await assert.rejects(list.page(new Map([['total[null]', 'true']]), caller, 'all'), {
    code: 'invalid-parameter',
  });
  await database.close();
});
