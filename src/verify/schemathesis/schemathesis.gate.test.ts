import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { gateContext } from '../../../test/support/gate-context.ts';
import type { Command } from '../toolchains/toolchain.ts';
import { ToolchainMissing } from '../toolchains/toolchain-missing.ts';
import { findSchemathesis } from './find-schemathesis.ts';
import { gate } from './schemathesis.gate.ts';

const cache = mkdtempSync(join(tmpdir(), 'microforge-schemathesis-'));
after(() => rmSync(cache, { recursive: true }));

/** A machine whose programs answer as told; undefined: there is no such program. */
function machine(answers: (command: string) => string | undefined) {
  const execute = async (command: Command) => {
    const stdout = answers(command.join(' '));
    if (stdout === undefined) throw new Error('ENOENT');
    return { code: stdout === 'fails' ? 1 : 0, stdout, stderr: 'no route to host' };
  };
  return gateContext({ cache, execute });
}

describe('the gate of Schemathesis', () => {
  it('can not do its work without Python and without Schemathesis', async () => {
    await assert.rejects(
      async () => gate.run(machine(() => undefined)),
      new ToolchainMissing('Schemathesis not found: Python 3.11 or newer not found'),
    );
  });

  it('takes the one on the PATH where packages can not be had, if it is recent', async () => {
    const withOwn = (version: string) =>
      machine((command) => {
        if (command.startsWith('schemathesis')) return version;
        return command.startsWith('python3 -c') ? '3 11 linux x86_64' : 'fails';
      });
    const found = await findSchemathesis(withOwn('st, version 4.33.1'));
    assert.deepEqual(found, ['schemathesis']);
    await assert.rejects(
      findSchemathesis(withOwn('st, version 3.39.0')),
      /Schemathesis not found: the packages could not be installed: no route to host/,
    );
  });

  it('runs only where it is asked for', () => assert.equal(gate.optional, true));
});
