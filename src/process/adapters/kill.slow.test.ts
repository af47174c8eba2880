import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { advance } from '../engine/advance.ts';
import type { TraceLine } from '../engine/events.ts';
import { newState } from '../engine/state.ts';
import { deployed } from '../testing/play.ts';
import { sampleModel } from '../testing/sample-model.ts';
import { sqliteStore } from './sqlite-store.ts';

const RUNS = 8;
const worker = new URL('test-kill-worker.ts', import.meta.url).pathname;

describe('kill -9', () => {
  let folder = '';
  let number = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'microforge-kill-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Runs the worker to its end; gives the signal that ended it. */
  const run = (...args: string[]) =>
    new Promise<string | null>((resolve, reject) => {
      const child = spawn(process.execPath, [worker, ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const timer = setTimeout(() => child.kill(), 60_000);
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        if (code === 0 || signal === 'SIGKILL') resolve(signal);
        else reject(new Error(`the worker ended with ${code ?? signal}`));
      });
    });

  /** What the log says that the instance did, from its events alone. */
  const traceOf = async (file: string) => {
    const store = sqliteStore(file);
    const history = store.history('1');
    store.close();
    assert.ok(history);
    const definition = await deployed(sampleModel());
    const state = newState('1', 'test', 1, definition.guards.length);
    const trace: TraceLine[] = [];
    for (const event of history.events) trace.push(...advance(definition, state, event).trace);
    return { trace, data: state.result, status: state.status, events: history.events.length };
  };

  test(
    'at every event, before and after it is written, changes nothing',
    { timeout: 900_000 },
    async () => {
      const whole = join(folder, 'whole.db');
      assert.equal(await run(whole), null);
      const expected = await traceOf(whole);
      assert.equal(expected.status, 'completed');
      assert.ok(expected.events >= 9, String(expected.events));
      const cases = Array.from({ length: expected.events }, (_, index) => index).flatMap((index) =>
        ['before', 'after'].flatMap((mode) =>
          Array.from({ length: RUNS }, () => [String(index), mode]),
        ),
      );
      let killed = 0;
      const lane = async () => {
        for (let next = cases.pop(); next; next = cases.pop()) {
          number += 1;
          const file = join(folder, `${number}.db`);
          if ((await run(file, ...next)) === 'SIGKILL') killed += 1;
          const last = next[0] === String(expected.events - 1) && next[1] === 'after';
          if (!last) assert.equal(await run(file), null);
          assert.deepEqual(await traceOf(file), expected, next.join(' '));
        }
      };
      await Promise.all([lane(), lane(), lane()]);
      assert.equal(killed, expected.events * 2 * RUNS);
    },
  );
});
