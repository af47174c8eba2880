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

  test('timers at a start go off neither twice nor never', { timeout: 900_000 }, async () => {
    /** What was started, when, and what of it ended. */
    const seen = (file: string) => {
      const store = sqliteStore(file);
      const all = Array.from({ length: store.count() }, (_, at) => store.history(String(at + 1)));
      const open = [...store.running()].length;
      store.close();
      return [
        open,
        all.map((one) => one?.events.map(({ kind, at }) => `${kind} ${at / 3_600_000}`)),
      ];
    };
    const whole = join(folder, 'timers.db');
    assert.equal(await run(whole, '-1', 'after', 'timers'), null);
    const expected = seen(whole);
    assert.deepEqual(expected, [0, [1, 2, 3].map((hour) => [`start ${hour}`, `complete ${hour}`])]);
    let killed = 0;
    for (let index = 0, before = -1; index < 50 && killed > before; index += 1) {
      before = killed;
      for (const mode of ['before', 'after']) {
        number += 1;
        const file = join(folder, `${number}.db`);
        if ((await run(file, String(index), mode, 'timers')) === 'SIGKILL') killed += 1;
        assert.equal(await run(file, '-1', mode, 'timers'), null);
        assert.deepEqual(seen(file), expected, `${index} ${mode}`);
      }
    }
    assert.ok(killed >= 14, String(killed));
  });
});
