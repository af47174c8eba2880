import { z } from 'zod';
import { nodeShape } from './node.ts';

/** Something that only the author of the requirements can answer; `label` is the question. */
export const openQuestionSchema = z.strictObject({ ...nodeShape, reason: z.string() }).readonly();
export type OpenQuestion = z.infer<typeof openQuestionSchema>;
