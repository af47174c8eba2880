import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EmbeddedBus } from './embedded-bus.ts';
import type { Durability } from './store.ts';

const worker = fileURLToPath(new URL('test-kill-worker.ts', import.meta.url));

/** Runs the worker, kills it in the middle of its work, and gives what it said: word → numbers. */
async function runAndKill(file: string, durability: Durability, afterMs: number) {
  const child = spawn(process.execPath, [worker, file, durability], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  // In the middle of its work, however slow the machine is.
  while (!said.includes('acked')) await once(child.stdout, 'data');
  await delay(afterMs);
  child.kill('SIGKILL');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  const promised = {
    stored: new Set<number>(),
    handling: new Set<number>(),
    acked: new Set<number>(),
  };
  // The last line may be cut.
  for (const line of said.split('\n').slice(0, -1)) {
    const [word, n] = line.split(' ') as [keyof typeof promised, string];
    promised[word].add(Number(n));
  }
  return promised;
}

/** Opens the file again and takes everything that is left in it. */
async function whatIsLeft(file: string): Promise<number[]> {
  const bus = new EmbeddedBus({ file });
  const left: number[] = [];
  await bus.consume(
    't',
    'g',
    async ({ event: { data }, ack }) => {
      left.push(Number(data));
      await ack();
    },
    { maxInFlight: 500 },
  );
  for (let before = -1; left.length !== before;) {
    before = left.length;
    await delay(100);
  }
  await bus.close();
  return left;
}

describe('kill -9 in the commits of the embedded bus', () => {
  for (let round = 1; round <= 10; round += 1) {
    it(`loses nothing that was stored, repeats nothing that was acknowledged (${round} of 10)`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'microforge-kill-'));
      const file = join(folder, 'bus.db');
      const durability = round % 2 === 0 ? 'process' : 'power';
      const { stored, handling, acked } = await runAndKill(file, durability, round * 23);
      const left = await whatIsLeft(file);
      const lost = [...stored].filter((n) => !handling.has(n) && !left.includes(n));
      const repeated = left.filter((n) => acked.has(n));
      assert.ok(
        stored.size > 0 && acked.size > 0,
        `only ${stored.size} stored, ${acked.size} acked`,
      );
      assert.deepEqual(
        { lost, repeated, twice: left.length - new Set(left).size },
        { lost: [], repeated: [], twice: 0 },
      );
      rmSync(folder, { recursive: true });
    });
  }
});
