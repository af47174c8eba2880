import { z } from 'zod';
import { list, nameSchema, nodeIdSchema, nodeShape } from './node.ts';

export const operationSchema = z.enum(['read', 'create', 'update', 'delete']);
/** What can be done to an entity; `read` is both the list and one record. */
export type Operation = z.infer<typeof operationSchema>;

/**
 * A grant. An operation of an entity that no permission names is open to every member of the tenant;
 * one that some permission names is open to the roles named, and to the tenant's owner.
 */
export const permissionSchema = z
  .strictObject({
    ...nodeShape,
    role: nameSchema,
    entity: nodeIdSchema,
    operations: list(operationSchema),
    /** Only for records that the caller created. */
    own: z.boolean(),
  })
  .readonly();
export type Permission = z.infer<typeof permissionSchema>;
