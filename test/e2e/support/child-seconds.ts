import { readFileSync } from 'node:fs';

/**
 * Seconds of CPU that the children of this process have used, of those that have ended: what a command costs,
 * however busy the machine is. Linux only, as `Workplace`.
 */
export function childSeconds(): number {
  // The name of the program comes before, in brackets; the rest has no spaces but between fields.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [Number(fields[13]), Number(fields[14])];
  return (user + system) / TICKS;
}

/** Of the clock in /proc, on every Linux. */
const TICKS = 100;
