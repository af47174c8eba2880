import { z } from 'zod';
import { apiOperationSchema } from './api/api-operation.ts';
import { collectionSchema } from './api/collection.ts';
import { decisionTableSchema } from './decision-table.ts';
import { entitySchema } from './entity.ts';
import { eventSchema } from './event.ts';
import { list, nameSchema, nodeShape } from './node.ts';
import { permissionSchema } from './permission.ts';

/** One deployable service. */
export const serviceSchema = z
  .strictObject({
    ...nodeShape,
    name: nameSchema,
    description: z.string(),
    /** `accounts`: callers log in and see their tenant's records only; `public`: no accounts, one tenant. */
    access: z.enum(['accounts', 'public']),
    entities: list(entitySchema),
    permissions: list(permissionSchema),
    events: list(eventSchema),
    decisionTables: list(decisionTableSchema),
    /** Where the requirements are an OpenAPI document: that document, in one piece. It is the contract. */
    document: z.record(z.string(), z.unknown()).exactOptional(),
    /** The operations of that document, in its order. */
    operations: list(apiOperationSchema).exactOptional(),
    /** What those operations keep. */
    collections: list(collectionSchema).exactOptional(),
  })
  .readonly();
export type Service = z.infer<typeof serviceSchema>;
