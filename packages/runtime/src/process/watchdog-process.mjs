// Started by watchdog.ts; it outlives the host by a moment. Plain JavaScript, so that it starts at once.
import { createInterface } from 'node:readline';

const groups = new Set();

// Ctrl-C reaches us too: the host then stops its processes itself, or dies, which ends our input.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [word, group] = line.split(' ');
  if (word === 'guard') groups.add(Number(group));
  else groups.delete(Number(group));
}

for (const group of groups) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
