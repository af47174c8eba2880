import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { awards } from '../../test/fixtures/from-requirements.ts';
import { hall } from '../../test/fixtures/hall.ts';
import { studio } from '../../test/fixtures/studio.ts';
import { behaviourFindings } from '../../test/support/behaviour-findings.ts';
import { startPostgres } from '../../test/support/postgres.ts';
import type { PostgresServer } from '../../test/support/postgres.ts';
import { installPython } from '../../test/support/python-environment.ts';
import { installRust } from '../../test/support/rust-environment.ts';
import { writeService } from '../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-studio-'));
const blueprint = studio();
const missing = new Map<string, string | undefined>();
let postgres: PostgresServer;

before(async () => {
  postgres = await startPostgres();
  await writeService(blueprint, join(home, 'typescript'));
  await writeService(blueprint, join(home, 'python'), 'python');
  missing.set('python', await installPython(join(home, 'python')));
  await writeService(blueprint, join(home, 'rust'), 'rust');
  missing.set('rust', await installRust(join(home, 'rust')));
});
after(async () => {
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('rules over several records', () => {
  for (const target of ['typescript', 'python', 'rust']) {
    for (const database of ['sqlite', 'postgres']) {
      it(`are enforced in ${target} on ${database}, whoever writes at once`, async (t) => {
        const reason = missing.get(target);
        if (reason !== undefined) return t.skip(reason);
        const directory = join(home, target);
        const environment = async () =>
          database === 'postgres'
            ? { DATABASE_URL: await postgres.database() }
            : { DATABASE_FILE: ':memory:' };
        assert.deepEqual(await behaviourFindings(blueprint, directory, target, environment), []);
      });
    }
  }

  it('are tried where rows differ in a unique value, or count in a later state only', async () => {
    const directory = join(home, 'awards');
    const limits = await awards();
    await writeService(limits, directory);
    const environment = () => Promise.resolve({ DATABASE_FILE: ':memory:' });
    // No rule is left out, either: that would be a finding.
    assert.deepEqual(await behaviourFindings(limits, directory, 'typescript', environment), []);
  });

  it('are seen to count what belongs to other tenants', async () => {
    const directory = join(home, 'hall');
    await writeService(hall(), directory);
    const environment = () => Promise.resolve({ DATABASE_FILE: ':memory:' });
    const findings = () => behaviourFindings(hall(), directory, 'typescript', environment);
    assert.deepEqual(await findings(), []);
    const reader = join(directory, 'src', 'records', 'read.ts');
    const leaks = [`eb('_tenant', '=', slots['tenant']),`, `eb('_tenant', '<>', ''),`] as const;
    const text = readFileSync(reader, 'utf8');
    assert.ok(text.includes(leaks[0]));
    writeFileSync(reader, text.replace(...leaks));
    const said = (await findings()).map(({ message }) => message);
    assert.ok(
      said.some((message) => /^SP-8\.1, Booking: .* in each tenant alone/.test(message)),
      said.join('\n'),
    );
  });
});
