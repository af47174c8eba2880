import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CompiledQuery } from 'kysely';
import { sql } from 'kysely';
import { workshop } from '../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { writeService } from '../../../test/support/write-service.ts';
import type { Database, Executor } from './template/src/db/database.ts';
import { migrate } from './template/src/db/migrate.ts';
import { openPostgres } from './template/src/db/postgres.ts';
import { openSqlite } from './template/src/db/sqlite.ts';
import { Outbox } from './template/src/events/outbox.ts';
import { Cursors } from './template/src/records/cursor.ts';
import { List } from './template/src/records/list.ts';
import { Records } from './template/src/records/records.ts';
import type { Resource } from './template/src/records/resource.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-plans-'));
after(() => rmSync(home, { recursive: true, force: true }));
before(() => writeService(workshop(), home));

const id = (kind: number, n: number | string) =>
  `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const caller = { accountId: id(1, 1), tenantId: id(1, 1), sessionId: id(1, 1), roles: ['owner'] };
const ORDERS = 20_000;

/** SP-14.3: pages that an index serves, whatever the number of records. */
const served = [
  '',
  'sort=createdAt',
  'status=draft',
  `customerId=${id(2, 7)}`,
  `reviewerId=${id(1, 1)}`,
  'sort=dueDate',
  'sort=-dueDate',
  'sort=finishedAt',
  'sort=-startDate',
  'dueDate=2026-05-05&sort=dueDate',
  'dueDate[gte]=2026-05-05&sort=dueDate',
];

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`lists on ${kind}`, () => {
    let postgres: PostgresServer | undefined;
    let database: Database;
    let resources: readonly Resource[];
    /** What the lists asked of the database. */
    const asked: CompiledQuery[] = [];

    before(async () => {
      postgres = kind === 'postgres' ? await startPostgres() : undefined;
      database = postgres ? openPostgres(await postgres.database()) : openSqlite(':memory:');
      await migrate(database, join(home, 'migrations'));
      const file = pathToFileURL(join(home, 'src/resources/index.ts')).href;
      ({ resources } = (await import(file)) as { resources: readonly Resource[] });
      await fill(database);
    });
    after(async () => {
      await database.close();
      await postgres?.stop();
    });

    function listOf(resource: string, parent?: string): List {
      const reader: Executor = {
        executeQuery: (query) => {
          asked.push(query);
          return database.reader.executeQuery(query);
        },
      };
      const records = new Records(
        'workshop',
        { ...database, reader },
        new Outbox(database, 'x'),
        new Cursors('x'.repeat(32)),
        resources,
      );
      const store = records.store(resource);
      const property = store.model.columns.find(({ name }) => name === parent);
      return new List(records, store, 25, property);
    }

    const page = async (
      list: List,
      query: string,
      parent?: string,
      scope: 'all' | 'own' = 'all',
    ) => {
      const text = await list.page(new Map(new URLSearchParams(query)), caller, scope, parent);
      return JSON.parse(text) as { items: { id: string }[]; nextCursor: string | null };
    };

    async function assertServed(what: string): Promise<void> {
      for (const query of asked.splice(0)) {
        const plan = await planOf(database, query);
        assert.doesNotMatch(
          plan,
          /SCAN|TEMP B-TREE|Seq Scan|Sort/,
          `${what}\n${query.sql}\n${plan}`,
        );
      }
    }

    for (const query of served) {
      it(`find the first page and the next in an index: ${query || 'as usual'}`, async () => {
        const list = listOf('order');
        const { items, nextCursor } = await page(list, query);
        assert.equal(items.length, 25);
        await page(list, `${query}&cursor=${nextCursor ?? ''}`);
        await assertServed(query);
      });
    }

    it('find what the caller made himself in an index', async () => {
      const { items } = await page(listOf('order'), '', undefined, 'own');
      assert.equal(items.length, 25);
      await assertServed('own');
    });

    it('find the records of a parent in an index', async () => {
      const { items } = await page(listOf('order', 'customerId'), '', id(2, 7));
      assert.equal(items.length, 25);
      await assertServed('nested');
    });

    it('find the last page, of records that miss the value, in an index', async () => {
      const list = listOf('order');
      let cursor: string | null = null;
      let seen = 0;
      const filter = `sort=-finishedAt&limit=100&customerId=${id(2, 7)}`;
      do {
        const more: string = cursor === null ? '' : `&cursor=${cursor}`;
        const { items, nextCursor } = await page(list, filter + more);
        seen += items.length;
        cursor = nextCursor;
      } while (cursor !== null);
      assert.equal(seen, ORDERS / 20);
    });
  });
}

/** Orders of one tenant, a few of another: 1 in 20 of a customer, 1 in 3 without a due date. */
async function fill(database: Database): Promise<void> {
  const sqlite = database.dialect === 'sqlite';
  const numbers = sqlite
    ? sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${sql.lit(ORDERS)})`
    : sql`with n as (select generate_series(1, ${sql.lit(ORDERS)}) as i)`;
  const padded = (text: string) =>
    sqlite ? sql.raw(`printf('%012d', ${text})`) : sql.raw(`lpad((${text})::text, 12, '0')`);
  const uuid = (prefix: string, text: string) =>
    sqlite
      ? sql`${sql.lit(prefix)} || ${padded(text)}`
      : sql`(${sql.lit(prefix)} || ${padded(text)})::uuid`;
  const prefix = (kind: number) => id(kind, '').slice(0, -12);
  const tenant = uuid(prefix(1), '1');
  const day = sqlite
    ? sql`date('2026-01-01', '+' || (i % 300) || ' days')`
    : sql`date '2026-01-01' + i % 300`;
  const time = sqlite
    ? sql`strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-01', '+' || i || ' minutes')`
    : sql`timestamptz '2026-01-01' + i * interval '1 minute'`;
  await sql`insert into person (_tenant, _created_by, _version, id, email, full_name, created_at, updated_at)
    select ${tenant}, ${tenant}, 1, ${tenant}, 'a@example.com', 'A', ${time}, ${time} from (select 1 as i) x`.execute(
    database.db,
  );
  await sql`insert into customer (_tenant, _created_by, _version, id, name, email, created_at, updated_at)
    ${numbers} select ${tenant}, ${tenant}, 1, ${uuid(prefix(2), 'i')}, 'A', i || '@example.com', ${time}, ${time} from n where i <= 20`.execute(
    database.db,
  );
  await sql`insert into "order" (_tenant, _created_by, _version, id, number, customer_id, reviewer_id, status, start_date, due_date, finished_at, created_at, updated_at)
    ${numbers} select ${tenant}, ${tenant}, 1, ${uuid(prefix(3), 'i')}, i, ${uuid(prefix(2), '1 + i % 20')}, ${tenant}, case i % 2 when 0 then 'draft' else 'done' end,
      ${day}, case when i % 3 > 0 then ${day} end, case when i % 3 > 0 then ${time} end, ${time}, ${time} from n`.execute(
    database.db,
  );
  await sql`analyze`.execute(database.db);
}

async function planOf(database: Database, query: CompiledQuery): Promise<string> {
  const words = database.dialect === 'sqlite' ? 'explain query plan ' : 'explain ';
  const { rows } = await database.db.executeQuery<Record<string, unknown>>({
    ...query,
    sql: words + query.sql,
  });
  // References to many are collected for each record of the page, in an order of their own.
  return rows
    .map((row) => String(row['detail'] ?? row['QUERY PLAN']))
    .join('\n')
    .replace(/\n *SubPlan[^]*|USE TEMP B-TREE FOR json_group_array.*/g, '');
}
