import { z } from 'zod';
import { list, nameSchema, nodeShape } from './node.ts';

/** Cells are unary tests in FEEL's notation, kept as text until the rules module parses them. */
export const decisionTableSchema = z
  .strictObject({
    ...nodeShape,
    name: nameSchema,
    hitPolicy: z.enum([
      'unique',
      'any',
      'priority',
      'first',
      'output-order',
      'rule-order',
      'collect',
    ]),
    inputs: list(z.string()),
    outputs: list(z.string()),
    rows: list(z.strictObject({ inputs: list(z.string()), outputs: list(z.string()) }).readonly()),
  })
  .readonly();
export type DecisionTable = z.infer<typeof decisionTableSchema>;
