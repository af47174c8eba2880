// Started by watchdog.ts. Plain JavaScript: a type stripper would take longer than all that is done here.
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const groups = new Set();
const folders = new Set();

// Ctrl-C reaches us too: who holds the other end then cleans up by himself, or dies.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { group, folder, guarded } = JSON.parse(line);
  const [set, item] = group === undefined ? [folders, folder] : [groups, group];
  if (guarded) set.add(item);
  else set.delete(item);
}

for (const group of groups) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
// The killed may still be writing for a moment.
if (groups.size > 0) await delay(50);
for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
