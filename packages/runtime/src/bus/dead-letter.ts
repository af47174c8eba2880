import type { CloudEvent } from './cloud-event.ts';

/** An event as a dead letter: itself, and why a group could not handle it. */
export const deadLetter = (
  event: CloudEvent,
  topic: string,
  group: string,
  deliveries: number,
  reason: string,
): CloudEvent => ({
  ...event,
  deadtopic: topic,
  deadgroup: group,
  deadreason: reason.slice(0, 500),
  deaddeliveries: deliveries,
});
