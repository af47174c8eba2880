import { z } from 'zod';
import { feel, id, text } from './values.ts';

/** What an event waits for or does. Events without one are plain starts and ends. */
export const eventDefinitionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('message'),
    message: id.exactOptional().describe('id of a message'),
    key: feel.exactOptional().describe('only the message with this key is for this instance'),
  }),
  z.strictObject({
    type: z.literal('timer'),
    at: text.exactOptional().describe('ISO 8601 date and time, or FEEL that gives one'),
    after: text.exactOptional().describe('ISO 8601 duration, or FEEL that gives one'),
    every: text.exactOptional().describe('ISO 8601 repetition, such as R3/PT1H'),
  }),
  z.strictObject({ type: z.literal('signal'), signal: id.exactOptional() }),
  z.strictObject({ type: z.literal('error'), error: id.exactOptional() }),
  z.strictObject({ type: z.literal('escalation'), escalation: id.exactOptional() }),
  z.strictObject({ type: z.literal('conditional'), condition: feel.exactOptional() }),
  z.strictObject({ type: z.literal('compensation'), activity: id.exactOptional() }),
  z.strictObject({ type: z.literal('link'), link: text.exactOptional() }),
  z.strictObject({ type: z.literal('terminate') }),
  z.strictObject({ type: z.literal('cancel') }),
  z.strictObject({ type: z.literal('multiple') }).describe('several definitions: not executed'),
]);

export type EventDefinition = z.infer<typeof eventDefinitionSchema>;
type EventType = EventDefinition['type'];
