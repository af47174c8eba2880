import { z } from 'zod';
import { feel, id, text } from './values.ts';

/** The way from one node to the next. */
export const flowSchema = z.strictObject({
  id,
  from: id,
  to: id,
  name: text.exactOptional(),
  when: feel.exactOptional().describe('condition in FEEL'),
});
export type Flow = z.infer<typeof flowSchema>;

/** Which activity undoes what a compensation event stands on; other associations are drawings. */
export const associationSchema = z.strictObject({ id, from: id, to: id });
export type Association = z.infer<typeof associationSchema>;
