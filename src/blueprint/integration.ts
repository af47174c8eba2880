import { z } from 'zod';
import { nameSchema, nodeShape } from './node.ts';

/** A system outside of ours that the requirements name, such as a payment provider. */
export const integrationSchema = z
  .strictObject({ ...nodeShape, name: nameSchema, purpose: z.string() })
  .readonly();
export type Integration = z.infer<typeof integrationSchema>;
