import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { runService } from '#verify';
import { askLargest, forgeLargest } from '../../../../test/support/largest-contract.ts';
import { installRust, runCargo } from '../../../../test/support/rust-environment.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-largest-rust-'));
after(() => rmSync(home, { recursive: true, force: true }));

describe('a contract of 1,223 operations in Rust', () => {
  const directory = join(home, 'service');
  let missing: string | undefined;

  it('is generated in less than a minute and 500 MB, and served as it was given', async () => {
    forgeLargest(directory, 'rust');
    missing = await installRust(directory);
  });

  it('is compiled, formatted, and right by clippy', (t) => {
    if (missing !== undefined) return t.skip(missing);
    const clippy = ['clippy', '--quiet', '--locked', '--all-targets', '--', '-D', 'warnings'];
    for (const args of [['fmt', '--check'], clippy]) {
      const { status, stdout, stderr } = runCargo(directory, args);
      assert.equal(status, 0, (stdout + stderr).slice(-2000));
    }
  });

  it('starts, and checks what it is sent', async (t) => {
    if (missing !== undefined) return t.skip(missing);
    const { signal } = new AbortController();
    const env = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', DATABASE_FILE: ':memory:' };
    const { value, diagnostics } = await runService({ directory, env, signal });
    assert.ok(value, JSON.stringify(diagnostics));
    await askLargest(value.url).finally(() => value.stop());
  });
});
