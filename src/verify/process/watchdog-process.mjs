// Started by watchdog.ts. Plain JavaScript: a type stripper would take longer than all that is done here.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const groups = new Set();
const folders = new Set();
/** Said when all is done: then there is nobody whom we were not told of. */
let isDone = false;

// Ctrl-C reaches us too: who holds the other end then cleans up by himself, or dies.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const { group, folder, guarded, done } = JSON.parse(line);
  if (done) isDone = true;
  const [set, item] = group === undefined ? [folders, folder] : [groups, group];
  if (guarded) set.add(item);
  else set.delete(item);
}

for (const group of groups) {
  end(-group);
}
// Who was killed while he started something could not name it any more; and what was killed may need a moment to
// end, and write until then.
for (let attempt = 0; attempt < 25; attempt += 1) {
  const left = isDone ? [] : marked();
  for (const process_ of left) end(process_);
  if ((isDone || attempt > 4) && left.length === 0 && ![...groups].some(isAlive)) break;
  await delay(20);
}
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

function end(target) {
  try {
    process.kill(target, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Processes that have the mark in their environment, where the system shows it: Linux. */
function marked() {
  try {
    return readdirSync('/proc').filter(isMarked).map(Number);
  } catch {
    return [];
  }
}

function isMarked(process_) {
  if (!/^\d+$/.test(process_)) return false;
  try {
    return readFileSync(`/proc/${process_}/environ`, 'latin1')
      .split('\0')
      .includes(process.argv[2]);
  } catch {
    // It has ended, or is not ours.
    return false;
  }
}
