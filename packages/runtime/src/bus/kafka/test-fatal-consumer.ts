// Consumes a topic, and is killed by the first event.
import { openBus } from '../../run/open-bus.ts';

const [url = '', topic = ''] = process.argv.slice(2);
const bus = await openBus(url);
await bus.consume(topic, 'g', () => void process.kill(process.pid, 'SIGKILL'));
