import { z } from 'zod';
import { integrationSchema } from './integration.ts';
import { list, nameSchema, nodeShape } from './node.ts';
import { openQuestionSchema } from './open-question.ts';
import { processSchema } from './process.ts';
import { qualitySchema } from './quality.ts';
import { roleSchema } from './role.ts';
import { serviceSchema } from './service.ts';
import { storySchema } from './story.ts';

/** The whole of what was asked for. */
export const systemSchema = z
  .strictObject({
    ...nodeShape,
    name: nameSchema,
    description: z.string(),
    services: list(serviceSchema),
    roles: list(roleSchema),
    stories: list(storySchema),
    processes: list(processSchema),
    integrations: list(integrationSchema),
    qualities: list(qualitySchema),
    questions: list(openQuestionSchema),
  })
  .readonly();
export type System = z.infer<typeof systemSchema>;

/** The typed, language-neutral model of the system: the only thing targets see. */
export const blueprintSchema = z
  .strictObject({ formatVersion: z.literal(1), system: systemSchema })
  .readonly();
export type Blueprint = z.infer<typeof blueprintSchema>;
