import { z } from 'zod';
import { nameSchema, nodeShape } from './node.ts';

/** A role that an account can have inside its tenant. The role `owner` always exists and is not listed. */
export const roleSchema = z
  .strictObject({ ...nodeShape, name: nameSchema, description: z.string() })
  .readonly();
export type Role = z.infer<typeof roleSchema>;
