import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from './bus.ts';
import { type CloudEvent, newEvent } from './cloud-event.ts';

/** A broker for tests: two clients of it, the same one where there is but one process. */
export interface TestBroker {
  readonly a: Bus;
  readonly b: Bus;
  close(): Promise<void>;
}

/** How often each fault is made: one run misleads. */
export const REPEATS = 8;

/** Gives subjects that no other test uses, so that one real broker can be used for all. */
export function subjects(): () => string {
  const run = `${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  let counter = 0;
  return () => `test.${run}.s${(counter += 1)}`;
}

export const eventOf = (data: unknown, more: Partial<CloudEvent> = {}) =>
  newEvent({ source: '/test', type: 'test', data, ...more });

/** Waits for a condition. @throws when it does not hold within a minute: what is lost on its way comes again after half of that */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Did not happen: ${condition.toString()}`);
    await delay(2);
  }
}
