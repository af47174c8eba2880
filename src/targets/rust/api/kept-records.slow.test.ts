import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { runService } from '#verify';
import type { UserService } from '#verify';
import { keptChecks } from '../../../../test/support/kept-checks.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { installRust } from '../../../../test/support/rust-environment.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-kept-rust-'));
const directory = join(home, 'workshop');
let missing: string | undefined;
after(() => rmSync(home, { recursive: true, force: true }));

before(async () => {
  await writeService(await readGiven('workshop.json'), directory, 'rust');
  missing = await installRust(directory);
});

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`what a contract lets callers keep, in Rust on ${kind}`, () => {
    let environment: Readonly<Record<string, string>>;
    let service: UserService | undefined;
    const ends: (() => Promise<unknown>)[] = [];

    const start = async () => {
      if (missing !== undefined) return;
      const env = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment };
      const { value, diagnostics } = await runService({
        directory,
        env,
        signal: new AbortController().signal,
      });
      assert.ok(value, JSON.stringify(diagnostics));
      service = value;
    };
    before(async () => {
      if (kind === 'sqlite') environment = { DATABASE_FILE: join(home, 'kept.db') };
      else {
        const server = await startPostgres();
        ends.push(() => server.stop());
        environment = { DATABASE_URL: await server.database() };
      }
      await start();
    });
    after(async () => {
      await service?.stop();
      for (const end of ends) await end();
    });

    keptChecks(() => ({
      url: service?.url ?? '',
      async restart() {
        await service?.stop();
        await start();
      },
      missing,
    }));
  });
}
