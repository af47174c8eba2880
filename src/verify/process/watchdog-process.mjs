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
// What was killed may need a moment to end, and write until then.
for (let attempt = 0; attempt < 25 && [...groups].some(isAlive); attempt += 1) await delay(20);
for (const folder of folders) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // The others are still to be removed.
  }
}

function isAlive(group) {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
