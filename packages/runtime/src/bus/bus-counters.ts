import type { BusStats } from './bus.ts';

/** The numbers behind `stats()`, while they are counted. */
export type BusCounters = { -readonly [Name in keyof BusStats]: number };

export const newCounters = (): BusCounters => ({
  published: 0,
  delivered: 0,
  lost: 0,
  handlerErrors: 0,
  stored: 0,
  duplicates: 0,
  acknowledged: 0,
  redelivered: 0,
  deadLettered: 0,
  inFlight: 0,
});
