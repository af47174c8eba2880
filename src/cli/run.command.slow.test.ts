import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { notes } from '../../test/fixtures/workshop.ts';
import { writeService } from '../../test/support/write-service.ts';
import { command } from './run.command.ts';
import { runCommandLine } from './test-ports.ts';

const cwd = mkdtempSync(join(tmpdir(), 'run-'));
before(() => writeService(notes(), join(cwd, 'notes')));
after(() => rmSync(cwd, { recursive: true }));

describe('run --json', () => {
  it('tells the address when it is ready, and the result when it was stopped', async () => {
    const stop = new AbortController();
    let stdout = '';
    let address: Promise<number> | undefined;
    const write = (text: string) => {
      stdout += text;
      const url = /"event":"ready","url":"([^"]+)"/.exec(stdout)?.[1];
      if (url === undefined || address) return;
      address = fetch(`${url}/api/notes`).then(({ status }) => status);
      void address.finally(() => stop.abort());
    };
    const { code, stderr } = await runCommandLine(
      [command],
      ['run', 'notes', '--port', '0', '--json'],
      { cwd, env: process.env, signal: stop.signal, stdout: { write } },
    );
    assert.deepEqual([code, stderr, await address], [0, '', 200]);
    const [ready, result, ...more] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.equal(ready?.['event'], 'ready');
    assert.deepEqual(result, { event: 'result', url: ready['url'], code: 0 });
    assert.deepEqual(more, []);
  });
});
