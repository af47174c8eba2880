import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { toolchain } from './rust.toolchain.ts';
import type { Command } from './toolchain.ts';
import { ToolchainMissing } from './toolchain-missing.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-cargo-'));
after(() => rmSync(home, { recursive: true, force: true }));

/** Installs with programs that answer as told; undefined: there is no such program. */
async function install(answers: (command: string) => string | undefined) {
  const execute = async (command: Command) => {
    const stdout = answers(command.join(' '));
    if (stdout === undefined) throw new Error('ENOENT');
    return { code: stdout === 'fails' ? 1 : 0, stdout, stderr: 'no route to host' };
  };
  const { signal } = new AbortController();
  return toolchain.install({ directory: home, cache: join(home, 'cache'), signal, execute });
}

describe('the toolchain of Rust', () => {
  it('says what is missing', async () => {
    const cases = [
      [() => undefined, 'cargo not found'],
      [() => 'cargo 1.80.1 (x 2024-08-01)', 'Rust 1.94 or newer not found'],
      [
        (command: string) => (command.includes('clippy') ? 'fails' : 'cargo 1.95.0'),
        'cargo clippy not found',
      ],
      [
        (command: string) => (command.includes('fetch') ? 'fails' : 'cargo 1.95.0'),
        'the crates could not be fetched: no route to host',
      ],
    ] as const;
    for (const [answers, message] of cases) {
      await assert.rejects(install(answers), new ToolchainMissing(message));
      assert.deepEqual(
        [existsSync(join(home, '.cargo')), existsSync(join(home, 'target'))],
        [false, false],
      );
    }
  });

  it('takes away what it put into the folder of the service', async () => {
    const installed = await install(() => 'cargo 1.95.0');
    assert.ok(existsSync(join(home, '.cargo', 'config.toml')));
    await installed.remove();
    assert.deepEqual(
      [existsSync(join(home, '.cargo')), existsSync(join(home, 'target'))],
      [false, false],
    );
  });
});
