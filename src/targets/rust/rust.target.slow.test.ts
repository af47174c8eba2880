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
import { installRust, runCargo } from '../../../test/support/rust-environment.ts';
import { randomBlueprint } from '../../../test/support/random-blueprint.ts';
import { writeService } from '../../../test/support/write-service.ts';
import { japanese } from '../shared/test-japanese.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-rust-'));
const blueprints = {
  workshop: workshop(),
  notes: notes(),
  japanese: japanese(),
  seeds: await seedLibrary(),
  random: randomBlueprint(1),
};
const LINT = ['clippy', '--quiet', '--locked', '--all-targets', '--', '-D', 'warnings'];
let missing: string | undefined;
let postgres: PostgresServer;

before(async () => {
  for (const [name, blueprint] of Object.entries(blueprints))
    await writeService(blueprint, join(home, name), 'rust');
  // The crates are compiled here, once for all tests; later only the services themselves are.
  missing = await installRust(join(home, 'workshop'));
  postgres = await startPostgres();
});
after(async () => {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

/** Runs cargo in the folder of a service; all must be well. */
function passes(name: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = runCargo(join(home, name), args, environment);
  assert.equal(status, 0, (stdout + stderr).slice(-3000));
  return stdout;
}

describe('generated Rust services', () => {
  for (const name of Object.keys(blueprints)) {
    it(`${name}: are formatted, and clippy has nothing to say`, (t) => {
      if (missing !== undefined) return t.skip(missing);
      passes(name, ['fmt', '--check']);
      passes(name, LINT);
    });
  }

  for (const name of ['workshop', 'seeds'])
    it(`${name}: pass their own tests`, (t) => {
      if (missing !== undefined) return t.skip(missing);
      assert.match(passes(name, ['test', '--quiet', '--locked']), /ok\. \d{2} passed/);
    });

  it('pass their own tests on PostgreSQL, and leave nothing there', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const environment = { TEST_DATABASE_URL: await postgres.database() };
    passes('workshop', ['test', '--quiet', '--locked'], environment);
  });

  it('behave on PostgreSQL as the profile says', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const environment = async () => ({ DATABASE_URL: await postgres.database() });
    const directory = join(home, 'workshop');
    const findings = await behaviourFindings(blueprints.workshop, directory, 'rust', environment);
    assert.deepEqual(findings, []);
  });

  it('are formatted whatever the blueprint', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    for (let seed = 2; seed < 22; seed += 1) {
      const name = `random-${seed}`;
      await writeService(randomBlueprint(seed), join(home, name), 'rust');
      passes(name, ['fmt', '--check']);
    }
  });
});
