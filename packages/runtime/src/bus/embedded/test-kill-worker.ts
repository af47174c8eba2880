// Sends and consumes without end until it is killed; says on standard output what has been promised to it.
import { writeSync } from 'node:fs';
import { newEvent } from '../cloud-event.ts';
import { EmbeddedBus } from './embedded-bus.ts';
import type { Durability } from './store.ts';

const [file = '', durability = 'power'] = process.argv.slice(2);
const bus = new EmbeddedBus({ file, durability: durability as Durability });
const say = (what: string, n: unknown) => writeSync(1, `${what} ${String(n)}\n`);

await bus.consume('t', 'g', async ({ event: { data: n }, ack }) => {
  say('handling', n);
  await ack();
  say('acked', n);
});

/** A test that forgets to kill must not fill the disk. */
const MOST = 200_000;
let next = 0;
const lane = async () => {
  while (next < MOST) {
    const n = (next += 1);
    await bus.send('t', newEvent({ source: '/worker', type: 'n', id: String(n), data: n }));
    say('stored', n);
  }
};
await Promise.all(Array.from({ length: 16 }, lane));
