import assert from 'node:assert/strict';
import type { Blueprint } from '#blueprint';
import { storage as python } from '../../src/targets/python/database/storage.ts';
import type { Migration } from '../../src/targets/shared/migrations/migration.ts';
import { schemaOf } from '../../src/targets/shared/migrations/schema-of.ts';
import type { Schema } from '../../src/targets/shared/migrations/schema.ts';
import type { Storage } from '../../src/targets/shared/migrations/sql/storage.ts';
import { storage as typescript } from '../../src/targets/typescript/database/storage.ts';
import { changedBlueprint } from './changed-blueprint.ts';
import { randomBlueprint } from './random-blueprint.ts';

/** The tables of a service before and after its requirements changed. */
export interface MigrationCase {
  readonly seed: number;
  readonly storage: Storage;
  readonly before: Schema;
  readonly wanted: Schema;
}

/** So many cases, each with either target's way to keep values. */
export function migrationCases(count: number): readonly MigrationCase[] {
  return Array.from({ length: count }, (_, seed) => {
    const first = randomBlueprint(seed);
    // Every fourth pair has little in common but names.
    const second = seed % 4 === 0 ? randomBlueprint(seed + 7) : changedBlueprint(first, seed);
    const storage = seed % 2 === 0 ? typescript : python;
    return { seed, storage, before: schema(first), wanted: schema(second) };
  });
}

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** The values that a new table must have kept, by the name that each column has now. */
export function keptRows(
  migration: Migration,
  old: ReadonlyMap<string, Rows>,
  table: string,
): Rows {
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

function schema(blueprint: Blueprint): Schema {
  const [service] = blueprint.system.services;
  assert.ok(service);
  return schemaOf(service);
}
