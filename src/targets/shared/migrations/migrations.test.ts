import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { changedBlueprint } from '../../../../test/support/changed-blueprint.ts';
import {
  describedSqlite,
  migrateSqlite,
  rowsOf,
  sqliteWith,
} from '../../../../test/support/migrated-sqlite.ts';
import { randomBlueprint } from '../../../../test/support/random-blueprint.ts';
import { randomRows } from '../../../../test/support/random-rows.ts';
import { storage as python } from '../../python/database/storage.ts';
import { storage as typescript } from '../../typescript/database/storage.ts';
import type { Migration } from './migration.ts';
import { planMigration } from './plan-migration.ts';
import { readSchema } from './read-schema.ts';
import { schemaOf } from './schema-of.ts';
import { schemaText } from './schema-text.ts';
import type { Schema } from './schema.ts';

const CASES = 90;

type Rows = readonly Readonly<Record<string, unknown>>[];

function schema(blueprint: Blueprint): Schema {
  const [service] = blueprint.system.services;
  assert.ok(service);
  return schemaOf(service);
}

/** The values that the new tables must have kept, by the name that each column has now. */
function kept(migration: Migration, old: ReadonlyMap<string, Rows>, table: string): Rows {
  const change = migration.tables.find(({ after }) => after?.name === table);
  if (!change) return old.get(table) ?? [];
  const rows = change.before ? (old.get(change.before.name) ?? []) : [];
  const same = change.columns.flatMap(({ before, after, fill }) =>
    before && !fill && JSON.stringify(before.type) === JSON.stringify(after.type)
      ? [{ from: before.name, to: after.name }]
      : [],
  );
  return rows.map((row) => Object.fromEntries(same.map(({ from, to }) => [to, row[from]])));
}

/** Each case with either target's way to keep values. */
const cases = Array.from({ length: CASES }, (_, seed) => {
  const first = randomBlueprint(seed);
  // Every fourth pair has little in common but names.
  const second = seed % 4 === 0 ? randomBlueprint(seed + 7) : changedBlueprint(first, seed);
  const storage = seed % 2 === 0 ? typescript : python;
  return { seed, storage, before: schema(first), wanted: schema(second) };
});

describe('migrations of SQLite', () => {
  it('make the tables of the new requirements from the old ones, and keep what is in them', () => {
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
            const wantedRows = kept(plan.migration, old, table.name);
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
