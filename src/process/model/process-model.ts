import { z } from 'zod';
import { associationSchema, flowSchema } from './flow.ts';
import { guardSchema } from './guard.ts';
import { nodeSchema } from './node.ts';
import { sideCarSchema } from './side-car.ts';
import { id, text } from './values.ts';

const point = z.tuple([z.number(), z.number()]);

/** A band of a pool, and the nodes in it. */
export interface Lane {
  id: string;
  name?: string;
  nodes: string[];
  lanes?: Lane[];
}

const laneSchema: z.ZodType<Lane> = z.strictObject({
  id,
  name: text.exactOptional(),
  nodes: z.array(id),
  get lanes() {
    return z.array(laneSchema).exactOptional();
  },
});

/** A process: nodes and the flows between them. */
export const processSchema = z.strictObject({
  id,
  name: text.exactOptional(),
  documentation: text.exactOptional(),
  executable: z.boolean().exactOptional(),
  guards: z.array(guardSchema).max(1000).exactOptional(),
  lanes: z.array(laneSchema).exactOptional(),
  nodes: z.array(nodeSchema).max(100_000),
  flows: z.array(flowSchema).max(200_000),
  associations: z.array(associationSchema).max(100_000).exactOptional(),
});
export type Process = z.infer<typeof processSchema>;

/** Where things are drawn: x, y, width, height of nodes; points of flows. */
export const diagramSchema = z.strictObject({
  id: id.exactOptional(),
  of: id.exactOptional().describe('the process or collaboration that is drawn'),
  shapes: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])),
  edges: z.record(z.string(), z.array(point)),
});
export type Diagram = z.infer<typeof diagramSchema>;

const named = z.strictObject({ id, name: text.exactOptional() });
const coded = z.strictObject({ id, name: text.exactOptional(), code: text.exactOptional() });

/** A BPMN document as compact JSON. */
export const processModelSchema = z.strictObject({
  formatVersion: z.literal(1),
  id: id.exactOptional(),
  name: text.exactOptional(),
  namespace: text.exactOptional(),
  processes: z.array(processSchema).max(1000),
  collaboration: z
    .strictObject({
      id,
      pools: z.array(
        z.strictObject({ id, name: text.exactOptional(), process: id.exactOptional() }),
      ),
      messageFlows: z.array(z.strictObject({ id, from: id, to: id, name: text.exactOptional() })),
    })
    .exactOptional(),
  messages: z.array(named).exactOptional(),
  signals: z.array(named).exactOptional(),
  errors: z.array(coded).exactOptional(),
  escalations: z.array(coded).exactOptional(),
  diagram: diagramSchema.exactOptional(),
  bpmn: sideCarSchema.exactOptional(),
});
export type ProcessModel = z.infer<typeof processModelSchema>;
