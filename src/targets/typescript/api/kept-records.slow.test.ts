import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { keptChecks } from '../../../../test/support/kept-checks.ts';
import { startPostgres } from '../../../../test/support/postgres.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { installPackages, startService } from '../../../../test/support/typescript-service.ts';
import type { StartedService } from '../../../../test/support/typescript-service.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-kept-'));
const directory = join(home, 'workshop');
after(() => rmSync(home, { recursive: true, force: true }));

before(async () => {
  await writeService(await readGiven('workshop.json'), directory);
  installPackages(directory);
});

for (const kind of ['sqlite', 'postgres'] as const) {
  describe(`what a contract lets callers keep, on ${kind}`, () => {
    let environment: Readonly<Record<string, string>>;
    let service: StartedService | undefined;
    const ends: (() => Promise<unknown>)[] = [];

    before(async () => {
      if (kind === 'sqlite') environment = { DATABASE_FILE: join(home, 'kept.db') };
      else {
        const server = await startPostgres();
        ends.push(() => server.stop());
        environment = { DATABASE_URL: await server.database() };
      }
      service = await startService(directory, environment);
    });
    after(async () => {
      await service?.stop();
      for (const end of ends) await end();
    });

    keptChecks(() => ({
      url: service?.url ?? '',
      async restart() {
        await service?.stop();
        service = await startService(directory, environment);
      },
    }));
  });
}
