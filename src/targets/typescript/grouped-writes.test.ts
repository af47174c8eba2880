import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from './template/src/db/database.ts';
import { openSqlite } from './template/src/db/sqlite.ts';

test('writes that share a commit stand or fall each by itself', async () => {
  const database = openSqlite(':memory:');
  await sql`create table a (id integer primary key)`.execute(database.db);
  await sql`create table b (a_id integer references a (id) deferrable)`.execute(database.db);
  const insert = (id: number) => async (tx: Tx) => {
    await sql`insert into a values (${id})`.execute(tx);
    return id;
  };
  const all = await Promise.allSettled([
    database.write(insert(1)),
    database.write(async (tx) => {
      await insert(2)(tx);
      throw new Error('no');
    }),
    database.write(insert(1)),
    // Found at the commit only.
    database.write(async (tx) => {
      await database.deferForeignKeys(tx);
      await sql`insert into b values (99)`.execute(tx);
    }),
    database.write(insert(3)),
  ]);
  assert.deepEqual(
    all.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled'],
  );
  const kinds = all.map((one) =>
    one.status === 'rejected' ? database.violation(one.reason)?.kind : undefined,
  );
  assert.deepEqual(kinds, [undefined, undefined, 'unique', 'foreign-key', undefined]);
  const { rows } = await sql`select id from a`.execute(database.db);
  assert.deepEqual(rows, [{ id: 1 }, { id: 3 }]);
  assert.equal(await database.write(insert(4)), 4);
  await database.close();
});
