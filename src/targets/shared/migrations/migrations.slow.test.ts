import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import {
  describedPostgres,
  migratePostgres,
  postgresRows,
  postgresWith,
} from '../../../../test/support/migrated-postgres.ts';
import { keptRows, migrationCases } from '../../../../test/support/migration-cases.ts';
import type { Rows } from '../../../../test/support/migration-cases.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../../test/support/postgres.ts';
import { randomRows } from '../../../../test/support/random-rows.ts';
import { planMigration } from './plan-migration.ts';
import { reversed } from './reversed.ts';
import type { Schema } from './schema.ts';

const CASES = 120;

describe('migrations of PostgreSQL', () => {
  let postgres: PostgresServer;
  let client: Client;
  before(async () => {
    postgres = await startPostgres();
    client = new Client({ connectionString: await postgres.database() });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await postgres.stop();
  });

  async function rowsIn({ tables }: Schema): Promise<ReadonlyMap<string, Rows>> {
    const rows = new Map<string, Rows>();
    for (const table of tables) rows.set(table.name, await postgresRows(client, table));
    return rows;
  }

  it('make the tables of the new requirements from the old ones, keep what is in them, and go back', async () => {
    let migrated = 0;
    let refused = 0;
    for (const { seed, storage, before: first, wanted } of migrationCases(CASES)) {
      const name = `case_${seed}`;
      await postgresWith(client, name, first, storage);
      for (const row of randomRows(first, seed, storage, 'postgres')) await client.query(row);
      const old = await rowsIn(first);
      const dropData = seed % 5 === 0;
      const plan = planMigration({ before: first, wanted, number: 2, dropData });
      const tables = await describedPostgres(client, name);
      if (!plan.migration) continue;
      const problem = await migratePostgres(client, plan.migration, storage);
      if (problem === undefined) {
        migrated += 1;
        const there = await rowsIn(plan.schema);
        for (const table of plan.schema.tables)
          for (const [index, row] of keptRows(plan.migration, old, table.name).entries()) {
            const now: Rows[number] | undefined = there.get(table.name)?.[index];
            assert.deepEqual({ ...now, ...row }, { ...now }, `${seed} ${table.name}`);
          }
      } else {
        refused += 1;
        assert.match(problem, /There are records of/, `${seed}: ${problem}`);
        assert.deepEqual(await describedPostgres(client, name), tables, `${seed}: half done`);
        assert.deepEqual(await rowsIn(first), old, `${seed}: half done`);
        for (const table of first.tables) await client.query(`truncate "${table.name}" cascade`);
        const again = await migratePostgres(client, plan.migration, storage);
        assert.equal(again, undefined, `${seed}: without records`);
      }
      const found = await describedPostgres(client, name);
      await postgresWith(client, `fresh_${seed}`, wanted, storage);
      assert.deepEqual(found, await describedPostgres(client, `fresh_${seed}`), `${seed}`);
      await client.query(`set search_path to ${name}`);
      const back = await migratePostgres(client, reversed(plan.migration), storage, true);
      assert.equal(back, undefined, `${seed}: back`);
      const returned = await describedPostgres(client, name);
      // What may be missing by now is not required again, and keys are not checked.
      const loosely = (lines: readonly string[]) =>
        lines
          .map((line) => line.replace(/"attnotnull":\w+/, '').replace(' NOT VALID', ''))
          .toSorted();
      assert.deepEqual(loosely(returned), loosely(tables), `${seed}: back`);
      await client.query(`drop schema ${name} cascade; drop schema fresh_${seed} cascade`);
    }
    assert.ok(
      migrated > CASES / 3 && refused > CASES / 10,
      `${migrated} migrated, ${refused} refused`,
    );
  });
});
