import type { ErrorObject } from 'ajv';

/** Keywords that try other schemas: what those say is the reason, and no fault of its own. */
const TRYING = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames']);

/**
 * Faults without those of schemas that were only tried.
 * @param errors in the order in which they were found, with their schemas
 * @param named the schema of a name in `$ref`
 */
export function withoutBranches(
  errors: readonly ErrorObject[],
  named: (name: string) => unknown,
): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    // That a condition applied is no fault: what follows from it is.
    if (error.keyword === 'if') continue;
    if (TRYING.has(error.keyword)) {
      const tried = partsOf(error.schema, named);
      const isTried = (one: ErrorObject) =>
        one.instancePath.startsWith(error.instancePath) && tried.has(one.parentSchema);
      const before = kept.filter((one) => !isTried(one));
      kept.splice(0, kept.length, ...before);
    }
    kept.push(error);
  }
  return kept;
}

/** A schema, and every part of it and of those that it refers to. */
function partsOf(schema: unknown, named: (name: string) => unknown): ReadonlySet<unknown> {
  const parts = new Set([schema]);
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, inner] of Object.entries(part)) {
      if (key === '$ref' && typeof inner === 'string') parts.add(named(inner));
      else if (typeof inner === 'object' || inner === false) parts.add(inner);
    }
  }
  return parts;
}
