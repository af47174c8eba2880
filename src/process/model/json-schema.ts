import { z } from 'zod';
import { processModelSchema } from './process-model.ts';

/** The JSON Schema (2020-12) of a process as JSON; `docs/process.schema.json` is made from it. */
export function processJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(processModelSchema, { target: 'draft-2020-12' });
  return { ...schema, title: 'Process', description: 'BPMN processes as compact JSON.' };
}
