import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describedSqlite,
  migrateSqlite,
  rowsOf,
  sqliteWith,
} from '../../../../test/support/migrated-sqlite.ts';
import { sweep } from '../../../../test/support/sweep.ts';
import { keptRows, migrationCases } from '../../../../test/support/migration-cases.ts';
import type { Rows } from '../../../../test/support/migration-cases.ts';
import { randomRows } from '../../../../test/support/random-rows.ts';
import type { Migration } from './migration.ts';
import { planMigration } from './plan-migration.ts';
import { readSchema } from './read-schema.ts';
import { reversed } from './reversed.ts';
import { schemaText } from './schema-text.ts';

const CASES = sweep(8, 90);
const cases = migrationCases(CASES);

describe('migrations of SQLite', () => {
  it('make the tables of the new requirements from the old ones, keep what is in them, and go back', () => {
    let migrated = 0;
    let refused = 0;
    for (const { seed, storage, before, wanted } of cases) {
      const dropData = seed % 5 === 0;
      const plan = planMigration({ before, wanted, number: 2, dropData });
      const database = sqliteWith(before, storage);
      for (const row of randomRows(before, seed, storage, 'sqlite')) database.exec(row);
      const rows = () => new Map(before.tables.map((one) => [one.name, rowsOf(database, one)]));
      const old = rows();
      if (plan.migration) {
        const tables = describedSqlite(database);
        const problem = migrateSqlite(database, plan.migration, storage);
        if (problem === undefined) {
          migrated += 1;
          for (const table of plan.schema.tables) {
            const there = rowsOf(database, table);
            const wantedRows = keptRows(plan.migration, old, table.name);
            assert.equal(there.length, wantedRows.length, `${seed} ${table.name}`);
            for (const [index, row] of wantedRows.entries())
              assert.deepEqual({ ...there[index], ...row }, { ...there[index] }, `${seed}`);
          }
        } else {
          refused += 1;
          assert.match(problem, /There are records of/, `${seed}: ${problem}`);
          assert.deepEqual(describedSqlite(database), tables, `${seed}: half done`);
          assert.deepEqual(rows(), old, `${seed}: half done`);
          database.exec('pragma foreign_keys = off');
          for (const { name } of before.tables) database.exec(`delete from "${name}"`);
          assert.equal(migrateSqlite(database, plan.migration, storage), undefined, `${seed}`);
        }
      }
      const fresh = sqliteWith(wanted, storage);
      assert.deepEqual(describedSqlite(database), describedSqlite(fresh), `${seed}`);
      fresh.close();
      const back = plan.migration && migrateSqlite(database, reversed(plan.migration), storage);
      assert.equal(back, undefined, `${seed}: back`);
      const origin = sqliteWith(before, storage);
      // What may be missing by now is not required again.
      const loosely = (lines: readonly string[]) =>
        lines.map((line) => line.replace(/"notnull":\d/, '')).toSorted();
      const returned = loosely(describedSqlite(database));
      assert.deepEqual(returned, loosely(describedSqlite(origin)), `${seed}: back`);
      origin.close();
      database.close();
    }
    const counted = `${migrated} migrated, ${refused} refused`;
    assert.ok(migrated > CASES / 3 && refused > CASES / 10, counted);
  });

  it('give everything back when the requirements are as they were', () => {
    let returned = 0;
    for (const { seed, storage, before, wanted } of cases) {
      const there = planMigration({ before, wanted, number: 2, dropData: false });
      const back = planMigration({
        before: there.schema,
        wanted: before,
        number: 3,
        dropData: false,
      });
      const database = sqliteWith(before, storage);
      for (const row of randomRows(before, seed, storage, 'sqlite')) database.exec(row);
      const old = before.tables.map((table) => rowsOf(database, table));
      if (!there.migration || !back.migration) continue;
      if (migrateSqlite(database, there.migration, storage) !== undefined) continue;
      const problem = migrateSqlite(database, back.migration, storage);
      if (problem !== undefined) {
        assert.match(problem, /There are records of/, `${seed}: ${problem}`);
        continue;
      }
      returned += 1;
      for (const [index, table] of before.tables.entries()) {
        const same = table.columns.filter(({ name }) =>
          there.schema.tables.some(({ columns }) =>
            columns.some((one) => [one.name, one.retired].includes(name)),
          ),
        );
        const pick = (rows: Rows) =>
          rows.map((row) => same.map(({ name }) => `${name} ${String(row[name])}`));
        // What was converted is newer than what was retired before it.
        const isSame = ![there, back].some(({ migration }) => hasConversion(migration, table.name));
        if (isSame)
          assert.deepEqual(pick(rowsOf(database, table)), pick(old[index] ?? []), `${seed}`);
      }
    }
    assert.ok(returned > CASES / 3, `${returned} returned`);
  });

  it('are not made where nothing changes, and remember their schema as text', () => {
    for (const { seed, before, wanted } of cases) {
      const { schema: next } = planMigration({ before, wanted, number: 2, dropData: false });
      const read = readSchema(schemaText(next));
      assert.ok(read, `${seed}`);
      assert.equal(schemaText(read), schemaText(next));
      const again = planMigration({ before: read, wanted, number: 3, dropData: false });
      assert.deepEqual([again.migration, schemaText(again.schema)], [undefined, schemaText(next)]);
    }
  });
});

function hasConversion(migration: Migration | undefined, name: string): boolean {
  return (migration?.tables ?? []).some(
    ({ before, after, columns }) =>
      [before?.name, after?.name].includes(name) &&
      columns.some(
        (one) =>
          one.fill ??
          (one.before && JSON.stringify(one.before.type) !== JSON.stringify(one.after.type)),
      ),
  );
}
