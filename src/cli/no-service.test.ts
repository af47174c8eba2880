import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { command as run } from './run.command.ts';
import { runCommandLine } from './test-ports.ts';
import { command as verify } from './verify.command.ts';

test('a folder that was never forged is told from a damaged service: cli/no-service', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'no-service-'));
  for (const command of [run, verify]) {
    for (const folder of ['.', 'nowhere']) {
      const { code, stderr } = await runCommandLine([command], [command.name, folder], { cwd });
      assert.equal(code, 1);
      assert.match(stderr, /cli\/no-service.*holds no forged service/);
    }
  }
  rmSync(cwd, { recursive: true });
});
