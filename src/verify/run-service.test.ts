import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { notes } from '../../test/fixtures/workshop.ts';
import { writeService } from '../../test/support/write-service.ts';
import { runService } from './run-service.ts';
import { verifyDiagnostics } from './verify.diagnostics.ts';

describe('runService', () => {
  let directory = '';
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'run-service-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  const codes = async () => {
    const signal = new AbortController().signal;
    const { value, diagnostics } = await runService({ directory, env: {}, signal });
    assert.equal(value, undefined);
    return diagnostics.map(({ code, message }) => `${code}: ${message}`).join();
  };

  it('says what is missing to run it: verify/no-toolchain', async () => {
    await writeService(notes(), directory);
    rmSync(join(directory, 'package-lock.json'));
    assert.match(await codes(), /^verify\/no-toolchain: .*package-lock\.json/);
  });

  it('says how to get round a port that is taken: verify/not-started', () => {
    for (const log of ['can not start: listen EADDRINUSE: address already in use', 'x']) {
      const { help } = verifyDiagnostics.create('not-started', { reason: 'It ended.', log });
      assert.equal(/--port/.test(help ?? ''), log !== 'x');
    }
  });

  it('refuses a folder that holds no service: verify/service-unreadable', async () => {
    assert.match(await codes(), /^verify\/service-unreadable/);
  });
});
