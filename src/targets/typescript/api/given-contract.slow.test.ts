import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../../../scripts/root.ts';
import { readAnyRequirements } from '#intake';
import { harbourChecks } from '../../../../test/support/harbour-checks.ts';
import { oddContract } from '../../../../test/support/odd-contract.ts';
import { readGiven } from '../../../../test/support/read-given.ts';
import { installPackages, run, startService } from '../../../../test/support/typescript-service.ts';
import type { StartedService } from '../../../../test/support/typescript-service.ts';
import { writeService } from '../../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-given-'));
const directory = join(home, 'harbour');
after(() => rmSync(home, { recursive: true, force: true }));

describe('a service whose contract was given', () => {
  let service: StartedService;

  before(async () => {
    await writeService(await readGiven('harbour.yaml'), directory);
    installPackages(directory);
    writeFileSync(join(directory, 'src/handlers/ships/ships-get.ts'), HANDLER);
    service = await startService(directory, {});
  });
  after(() => service.stop());

  harbourChecks(() => ({ directory, url: service.url }));

  it('is right by the strict compiler, and formatted', () => {
    const types = run(directory, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal(types.stdout + types.stderr, '');
    const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
    assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
  });
});

describe('a contract in which every name is odd', () => {
  const odd = join(home, 'odd');

  it('is right by the strict compiler, formatted, and runs', async () => {
    const text = JSON.stringify(oddContract());
    const { value } = await readAnyRequirements({ document: 'odd.json', text });
    assert.ok(value);
    await writeService(value, odd);
    installPackages(odd);
    const types = run(odd, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal(types.stdout + types.stderr, '');
    const formatted = run(odd, join(root, 'node_modules/.bin/oxfmt'), ['--check', '.']);
    assert.equal(formatted.status, 0, formatted.stdout + formatted.stderr);
    const service = await startService(odd, {});
    const path = `/p0/${encodeURIComponent("it's")}/1/2`;
    const { status } = await fetch(service.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"senseless": 3}',
    }).finally(() => service.stop());
    assert.equal(status, 501);
  });
});

const HANDLER = `import type { ShipsGet } from '../../operations/ships.types.ts';

export const shipsGet: ShipsGet = async ({ path: { imo } }) => {
  const ship = { imo, name: imo === 2000000 ? 'x'.repeat(81) : 'Ada', kind: 'ferry' } as const;
  if (imo === 3000000) return { status: 418, body: ship } as never;
  return { status: 200, body: ship };
};
`;
