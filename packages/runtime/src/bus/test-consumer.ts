// Consumes a topic until it is killed; says what it handles, and what it has acknowledged.
import { setTimeout as delay } from 'node:timers/promises';
import { openBus } from '../run/open-bus.ts';

const [url = '', topic = ''] = process.argv.slice(2);
const bus = await openBus(url);
await bus.consume(
  topic,
  'g',
  async ({ event: { data }, ack }) => {
    console.log(`handling ${String(data)}`);
    await delay(3);
    await ack();
    console.log(`acked ${String(data)}`);
  },
  { ackWaitMs: 1000 },
);
console.log('ready 0');
