import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { buildBlueprint, buildService } from '#blueprint';
import { startPostgres } from '../../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../../test/support/postgres.ts';
import { writeService } from '../../../../test/support/write-service.ts';
import {
  ruleOf,
  severalEntities,
  severalVectors,
} from '../../../../test/vectors/several-vectors.ts';
import type { SeveralVector } from '../../../../test/vectors/several-vectors.ts';
import type { Database, Tx } from '../template/src/db/database.ts';
import { migrate } from '../template/src/db/migrate.ts';
import { openPostgres } from '../template/src/db/postgres.ts';
import { openSqlite } from '../template/src/db/sqlite.ts';
import { Outbox } from '../template/src/events/outbox.ts';
import { Cursors } from '../template/src/records/cursor.ts';
import { Records } from '../template/src/records/records.ts';
import type { Resource } from '../template/src/records/resource.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-several-'));
after(() => rmSync(home, { recursive: true, force: true }));
before(async () => {
  const entities = severalEntities.map((entity) =>
    entity.name === 'order' ? { ...entity, rules: severalVectors.map(ruleOf) } : entity,
  );
  const service = buildService({ name: 'shop', access: 'public', entities });
  await writeService(buildBlueprint({ name: 'shop', services: [service] }), home);
});

/** Each vector becomes a rule, which is asked about real rows; each has a tenant of its own. */
for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`rules over several records on ${kind}`, () => {
    let postgres: PostgresServer | undefined;
    let database: Database;
    let records: Records;

    before(async () => {
      postgres = kind === 'postgres' ? await startPostgres() : undefined;
      database = postgres ? openPostgres(await postgres.database()) : openSqlite(':memory:');
      await migrate(database, join(home, 'migrations'));
      const file = pathToFileURL(join(home, 'src/resources/index.ts')).href;
      const { resources } = (await import(file)) as { resources: readonly Resource[] };
      const cursors = new Cursors('x'.repeat(32));
      records = new Records('shop', database, new Outbox(database, 'x'), cursors, resources);
    });
    after(async () => {
      await database.close();
      await postgres?.stop();
    });

    for (const [index, vector] of severalVectors.entries()) {
      it(vector.name, async () => {
        const answer = await database.write((tx) => ask(records, tx, vector, index));
        assert.equal(answer, vector.expected ?? undefined);
      });
    }
  });
}

async function ask(records: Records, tx: Tx, vector: SeveralVector, index: number) {
  const tenantId = id(9, index);
  const caller = { accountId: tenantId, tenantId, sessionId: tenantId, roles: ['owner'] };
  const write = { tx, caller, now: new Date('2026-03-01T00:00:00.000Z') };
  let made = 0;
  const insert = async (resource: string, values: Readonly<Record<string, unknown>>) => {
    const store = records.store(resource);
    const names = Object.keys(store.model.resource.fields);
    const record = {
      ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
      id: id(index, (made += 1)),
      createdAt: write.now.toISOString(),
      updatedAt: write.now.toISOString(),
    };
    await store.insert(tx, caller, record);
    return record;
  };
  const { order = {}, customer, lines = [], others = [] } = vector;
  const customerId = customer ? (await insert('customer', customer)).id : null;
  const record = await insert('order', { ...order, customerId });
  const other = await insert('order', {});
  for (const values of others) await insert('order', values);
  for (const { elsewhere, ...values } of lines) {
    await insert('line', { ...values, orderId: elsewhere ? other.id : record.id });
  }
  const rule = records.store('order').model.resource.rules?.[index];
  assert.ok(rule?.several);
  return rule.holds(records.check(write, record, undefined));
}

function id(kind: number, n: number): string {
  return `000000${String(kind).padStart(2, '0')}-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
