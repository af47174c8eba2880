import { z } from 'zod';
import { associationSchema, flowSchema } from './flow.ts';
import { eventDefinitionSchema } from './event-definition.ts';
import { repeatSchema } from './repeat.ts';
import { feel, id, text } from './values.ts';

/** BPMN's own names. */
export const nodeTypes = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'eventBasedGateway',
  'complexGateway',
] as const;

export type NodeType = (typeof nodeTypes)[number];

/** An event, an activity or a gateway. */
export const nodeSchema = z.strictObject({
  id,
  type: z.enum(nodeTypes),
  name: text.exactOptional(),
  documentation: text.exactOptional(),
  default: id.exactOptional().describe('the flow that is taken when no condition holds'),
  event: eventDefinitionSchema.exactOptional(),
  notExecuted: z
    .array(text)
    .exactOptional()
    .describe('what the document says of it that is not executed: such a process is refused'),
  attachedTo: id.exactOptional().describe('the activity of a boundary event'),
  interrupting: z.literal(false).exactOptional().describe('the activity goes on beside the event'),
  eventTriggered: z.literal(true).exactOptional().describe('an event sub-process'),
  repeat: repeatSchema.exactOptional(),
  compensates: z.literal(true).exactOptional().describe('done only to undo another activity'),
  instantiate: z.literal(true).exactOptional().describe('starts an instance'),
  message: id.exactOptional().describe('of a send or receive task: id of the message'),
  key: feel.exactOptional().describe('of a receive task: only the message with this key'),
  calls: text.exactOptional().describe('of a call activity: id of the process'),
  script: text
    .exactOptional()
    .describe('of a script task: FEEL; a context is merged into the data'),
  scriptFormat: text.exactOptional(),
  decision: text.exactOptional().describe('of a business rule task: name of the decision'),
  result: text.exactOptional().describe('where the result of an activity is put in the data'),
  chosenBy: z
    .literal('orchestrator')
    .exactOptional()
    .describe(
      'of an exclusive gateway: the orchestrator proposes one of the flows that may be taken',
    ),
  sequential: z.literal(true).exactOptional().describe('of an ad hoc sub-process: one at a time'),
  until: feel.exactOptional().describe('of an ad hoc sub-process: complete when it holds'),
  blueprint: z
    .array(text)
    .max(100)
    .exactOptional()
    .describe('ids of what it stands for in a blueprint: steps, transitions'),
  get nodes(): z.ZodExactOptional<z.ZodArray<typeof nodeSchema>> {
    return z.array(nodeSchema).max(100_000).exactOptional();
  },
  flows: z.array(flowSchema).max(200_000).exactOptional(),
  associations: z.array(associationSchema).max(100_000).exactOptional(),
});

export type ProcessNode = z.infer<typeof nodeSchema>;
