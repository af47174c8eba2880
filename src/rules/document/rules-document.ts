import { z } from 'zod';

const name = z.string().trim().min(1).max(300);
const feel = z.string().max(10_000);
const type = z.enum(['number', 'integer', 'string', 'boolean', 'date', 'datetime', 'duration']);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const tableSchema = z.strictObject({
  hitPolicy: z
    .enum(['unique', 'any', 'first', 'priority', 'rule-order', 'output-order', 'collect'])
    .exactOptional()
    .describe('default: unique'),
  aggregator: z.enum(['sum', 'min', 'max', 'count']).exactOptional().describe('with collect'),
  inputs: z.array(
    z.union([
      feel,
      z.strictObject({
        value: feel,
        type: type.exactOptional(),
        allowed: feel.exactOptional().describe('unary tests: all values that can occur'),
      }),
    ]),
  ),
  outputs: z
    .array(
      z.union([
        name,
        z.strictObject({
          name,
          values: z.array(feel).exactOptional().describe('the most important first'),
          default: feel.exactOptional().describe('where no row matches'),
        }),
      ]),
    )
    .min(1),
  rows: z
    .array(z.array(feel))
    .max(500_000)
    .describe('cells: unary tests for the inputs, then FEEL for the outputs'),
});

/** Rules and decisions as JSON that people write; expressions are FEEL. */
export const rulesDocumentSchema = z.strictObject({
  formatVersion: z.literal(1),
  name: name.exactOptional(),
  inputs: z
    .array(z.strictObject({ name, type: type.exactOptional() }))
    .max(10_000)
    .exactOptional(),
  decisions: z
    .array(
      z.union([
        z.strictObject({ name, value: feel }),
        z.strictObject({ name, table: tableSchema }),
      ]),
    )
    .max(10_000)
    .exactOptional(),
  rules: z
    .array(
      z.strictObject({
        id: name,
        must: feel.describe('what has to hold'),
        message: z.string().max(1000).exactOptional().describe('what is said where it does not'),
        version: name.exactOptional(),
        from: day.exactOptional().describe('the first day on which it is in force'),
        to: day.exactOptional().describe('the last day'),
        priority: z.number().exactOptional().describe('of rules that contradict, the higher wins'),
        salience: z.number().exactOptional().describe('the higher is looked at first'),
      }),
    )
    .max(100_000)
    .exactOptional(),
});
export type RulesDocument = z.infer<typeof rulesDocumentSchema>;

/** The JSON Schema (2020-12) of rules as JSON; `docs/rules.schema.json` is made from it. */
export function rulesJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(rulesDocumentSchema, { target: 'draft-2020-12' });
  return { ...schema, title: 'Rules', description: 'Rules and decisions; expressions are FEEL.' };
}
