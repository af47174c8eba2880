import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from '../../scripts/root.ts';
import { askLargest, forgeLargest } from '../../test/support/largest-contract.ts';
import { installPackages, run, startService } from '../../test/support/typescript-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-largest-'));
after(() => rmSync(home, { recursive: true, force: true }));

describe('a contract of 1,223 operations', () => {
  const directory = join(home, 'service');

  it('is generated in less than a minute and 500 MB, and served as it was given', () => {
    forgeLargest(directory, 'typescript');
  });

  it('is right by the strict compiler, and formatted', () => {
    installPackages(directory);
    const types = run(directory, process.execPath, ['node_modules/typescript/bin/tsc']);
    assert.equal((types.stdout + types.stderr).slice(0, 2000), '');
    const formatted = run(directory, join(root, 'node_modules/.bin/oxfmt'), [
      '--check',
      'src',
      'test',
    ]);
    assert.equal(formatted.status, 0, formatted.stdout.slice(0, 2000));
  });

  it('starts, and checks what it is sent', async () => {
    const service = await startService(directory, { DATABASE_FILE: ':memory:' });
    await askLargest(service.url).finally(() => service.stop());
  });
});
