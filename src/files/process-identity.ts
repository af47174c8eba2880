import { readFileSync } from 'node:fs';
import { errorCode } from './io-diagnostic.ts';

/**
 * Tells a running process from a later one with the same id (after a restart of the machine or of a
 * container): on Linux its start time and the boot, elsewhere only that it runs. Undefined when no
 * such process runs.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (errorCode(error) !== 'EPERM') return undefined;
  }
  try {
    // proc_pid_stat(5): the name in parentheses may hold anything; field 3 is the state, 22 the start.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return 'running';
  }
}
