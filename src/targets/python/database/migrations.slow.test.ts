import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import type { Blueprint } from '#blueprint';
import { workshop } from '../../../../test/fixtures/workshop.ts';
import { changedBlueprint } from '../../../../test/support/changed-blueprint.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../../test/support/postgres.ts';
import { installPython, runPython } from '../../../../test/support/python-environment.ts';
import { randomBlueprint } from '../../../../test/support/random-blueprint.ts';
import { randomRows } from '../../../../test/support/random-rows.ts';
import { writeService } from '../../../../test/support/write-service.ts';
import { planMigration } from '../../shared/migrations/plan-migration.ts';
import { schemaOf } from '../../shared/migrations/schema-of.ts';
import type { Schema } from '../../shared/migrations/schema.ts';
import { storage } from './storage.ts';

const SEEDS = [2, 5, 9, 16];

/** All of it in one process: each start of Alembic costs a second. */
const STEPS = `
import sys
from alembic import command
from alembic.config import Config
config = Config("alembic.ini")
for step in sys.argv[1:]:
    name, *args = step.split()
    getattr(command, name)(config, *args)
`;

describe('migrations of Python services', () => {
  const home = mkdtempSync(join(tmpdir(), 'microforge-alembic-'));
  let postgres: PostgresServer;
  before(async () => {
    postgres = await startPostgres();
  });
  after(async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const alembic = (directory: string, environment: Record<string, string>, ...steps: string[]) =>
    runPython(directory, ['-c', STEPS, ...steps], environment);

  const pairs: readonly (readonly [string, Blueprint, Blueprint])[] = [
    ['workshop', workshop(), changedBlueprint(workshop(), 4)],
    ...SEEDS.map((seed) => {
      const first = randomBlueprint(seed);
      const second = seed % 4 === 0 ? randomBlueprint(seed + 7) : changedBlueprint(first, seed);
      return [`random-${seed}`, first, second] as const;
    }),
  ];

  for (const [name, first, second] of pairs) {
    it(`${name}: alembic goes up to what the models say, and down again, with records`, async (t) => {
      const [old, next] = [join(home, name, 'old'), join(home, name, 'next')];
      const files = await writeService(first, old, 'python');
      const missing = await installPython(old);
      if (missing !== undefined) return t.skip(missing);
      await writeService(second, next, 'python', files);
      await installPython(next);
      for (const args of [
        ['format', '--check', '--no-cache'],
        ['check', '--no-cache'],
      ]) {
        const { status, stdout } = runPython(next, ['-m', 'ruff', ...args]);
        assert.equal(status, 0, stdout);
      }
      const plan = planMigration({
        before: schemaIn(first),
        wanted: schemaIn(second),
        number: 2,
        dropData: false,
      });
      const rows = (dialect: 'sqlite' | 'postgres') =>
        randomRows(schemaIn(first), 7, storage, dialect);
      const databases = [
        { dialect: 'sqlite', environment: { DATABASE_FILE: join(home, `${name}.db`) } },
        { dialect: 'postgres', environment: { DATABASE_URL: await postgres.database() } },
      ] as const;
      for (const { dialect, environment } of databases) {
        const made = alembic(old, environment, 'upgrade head');
        assert.equal(made.status, 0, made.stderr);
        await execute(environment, rows(dialect));
        let up = alembic(next, environment, 'upgrade head');
        if (up.status !== 0) {
          assert.match(up.stderr, /There are records of/);
          assert.ok(plan.migration && plan.migration.guards.length > 0, up.stderr);
          const gone = schemaIn(first).tables.map((table) => `delete from "${table.name}"`);
          await execute(environment, [
            ...(dialect === 'sqlite'
              ? ['pragma foreign_keys = off']
              : ['begin', 'set constraints all deferred']),
            ...gone,
            ...(dialect === 'sqlite' ? [] : ['commit']),
          ]);
          up = alembic(next, environment, 'upgrade head');
        }
        assert.equal(up.status, 0, up.stderr);
        const rest = alembic(next, environment, 'check', 'downgrade base', 'upgrade head', 'check');
        assert.equal(rest.status, 0, rest.stderr.slice(-3000));
      }
    });
  }
});

function schemaIn({ system }: Blueprint): Schema {
  const [service] = system.services;
  assert.ok(service);
  return schemaOf(service);
}

async function execute(
  environment: { readonly DATABASE_FILE: string } | { readonly DATABASE_URL: string },
  statements: readonly string[],
): Promise<void> {
  if ('DATABASE_FILE' in environment) {
    const database = new DatabaseSync(environment.DATABASE_FILE);
    for (const statement of statements) database.exec(statement);
    database.close();
    return;
  }
  const client = new Client({ connectionString: environment.DATABASE_URL });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
