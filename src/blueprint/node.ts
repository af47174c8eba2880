import { z } from 'zod';

/** Where a statement of the blueprint comes from. */
export const originSchema = z.enum(['stated', 'inferred', 'default', 'model']);
export type Origin = z.infer<typeof originSchema>;

/** A stable path of kebab-case segments, such as `task/due-date`. */
export const nodeIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/);

/** An ASCII kebab-case identifier, such as `due-date`. Targets derive every casing from it. */
export const nameSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);

/** A place in the requirements: lines and columns are 1-based, the end is exclusive. */
export const sourceSchema = z
  .strictObject({
    document: z.string(),
    line: z.int().min(1),
    column: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .readonly();

/** What every node carries, whatever it describes. */
export const nodeShape = {
  id: nodeIdSchema,
  /** The user's own words. */
  label: z.string(),
  origin: originSchema,
  /** The lines of the requirements this node was read from; empty for defaults. */
  sources: z.array(sourceSchema).readonly(),
  /** Why we assume it, in one plain sentence: set whenever `origin` is not `stated`. */
  note: z.string().exactOptional(),
} as const;

/** A list in the blueprint. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const nodeSchema = z.strictObject(nodeShape).readonly();
export type Node = z.infer<typeof nodeSchema>;
