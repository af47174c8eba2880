import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { behaviourFindings } from '../../../test/support/behaviour-findings.ts';
import { seedLibrary } from '../../../test/fixtures/seed-library.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { startPostgres } from '../../../test/support/postgres.ts';
import type { PostgresServer } from '../../../test/support/postgres.ts';
import { installPython, runPython } from '../../../test/support/python-environment.ts';
import { randomBlueprint } from '../../../test/support/random-blueprint.ts';
import { writeService } from '../../../test/support/write-service.ts';
import { japanese } from '../shared/test-japanese.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-python-'));
const blueprints = {
  workshop: workshop(),
  notes: notes(),
  japanese: japanese(),
  seeds: await seedLibrary(),
  random: randomBlueprint(1),
};
let missing: string | undefined;
let postgres: PostgresServer;

before(async () => {
  for (const [name, blueprint] of Object.entries(blueprints)) {
    await writeService(blueprint, join(home, name), 'python');
    missing ??= await installPython(join(home, name));
  }
  postgres = await startPostgres();
});
after(async () => {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Runs Python in the folder of a service; all must be well. */
function passes(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = runPython(join(home, name), args, environment);
  assert.equal(status, 0, (stdout + stderr).slice(-3000));
  return stdout;
}

describe('generated Python services', () => {
  for (const name of Object.keys(blueprints)) {
    it(`${name}: are formatted, and right by ruff and mypy --strict`, (t) => {
      if (missing !== undefined) return t.skip(missing);
      passes(name, ['-m', 'ruff', 'format', '--check', '--no-cache']);
      passes(name, ['-m', 'ruff', 'check', '--no-cache']);
      passes(name, ['-m', 'mypy', '--cache-dir=.venv/mypy']);
    });

    it(`${name}: pass their own tests`, (t) => {
      if (missing !== undefined) return t.skip(missing);
      assert.match(passes(name, ['-m', 'pytest', '-p', 'no:cacheprovider']), /\d+ passed/);
    });
  }

  it('pass their own tests on PostgreSQL, and leave nothing there', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const url = await postgres.database();
    const environment = { TEST_DATABASE_URL: url };
    passes('workshop', ['-m', 'pytest', '-p', 'no:cacheprovider'], environment);
    const upgraded = { DATABASE_URL: url };
    passes('workshop', ['-m', 'alembic', 'upgrade', 'head'], upgraded);
  });

  it('behave on PostgreSQL as the profile says', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const environment = async () => ({ DATABASE_URL: await postgres.database() });
    const { workshop: blueprint } = blueprints;
    const directory = join(home, 'workshop');
    const findings = await behaviourFindings(blueprint, directory, 'python', environment);
    assert.deepEqual(findings, []);
  });

  it('migrate up and down on both databases, as alembic does', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const databases = [
      { DATABASE_FILE: join(home, 'migrated.db') },
      { DATABASE_URL: await postgres.database() },
    ];
    for (const environment of databases)
      for (const step of [
        ['upgrade', 'head'],
        ['check'],
        ['downgrade', 'base'],
        ['upgrade', 'head'],
      ])
        passes('workshop', ['-m', 'alembic', ...step], environment);
  });

  it('are formatted whatever the blueprint', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    for (let seed = 2; seed < 22; seed += 1) {
      const name = `random-${seed}`;
      await writeService(randomBlueprint(seed), join(home, name), 'python');
      await installPython(join(home, name));
      passes(name, ['-m', 'ruff', 'format', '--check', '--no-cache']);
      passes(name, ['-m', 'ruff', 'check', '--no-cache']);
    }
  });
});
