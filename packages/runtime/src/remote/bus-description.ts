/** The type of the event that asks a service on a bus, at its own subject, how it may be called. */
export const describeType = 'microforge.describe';

/** What it answers. */
export interface BusDescription {
  readonly idempotent: boolean;
}
