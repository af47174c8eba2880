import type { Schema } from '#contract';

/** Follows `$ref`s inside the document to the node itself, and says where it is. */
export function resolve<T extends object>(
  root: unknown,
  node: T,
  pointer = '',
): { readonly node: T; readonly pointer: string } {
  let current = { node, pointer };
  // A chain of references is short; a circle would not end.
  for (let step = 0; step < 16; step += 1) {
    const target = (current.node as { $ref?: unknown }).$ref;
    if (typeof target !== 'string' || !target.startsWith('#/')) return current;
    current = { node: lookUp(root, target.slice(1)) as T, pointer: target.slice(1) };
  }
  throw new Error(`The reference at ${pointer} goes round in a circle.`);
}

/** A schema as one object: `$ref` followed, `allOf` laid together. */
export function flatten(root: unknown, schema: Schema): Schema {
  const { node } = resolve(root, schema);
  const { allOf = [], ...own } = node;
  const parts = allOf.map((part) => flatten(root, part));
  const patterns = parts.flatMap((part) => part.pattern ?? []);
  return Object.assign({}, ...parts, own, {
    // What is added by `allOf` is narrower than what it is added to.
    ...(patterns.length > 0 && { pattern: patterns.at(-1) }),
    ...(parts.some((part) => part.properties) && {
      properties: Object.assign({}, ...parts.map((part) => part.properties), own.properties),
    }),
  }) as Schema;
}

/** The type of a flat schema, `null` aside. */
export function typeOf(schema: Schema): string | undefined {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const named = types.find((type) => type !== 'null');
  if (named !== undefined || schema.enum === undefined) return named;
  return typeof schema.enum.find((value) => value !== null);
}

function lookUp(root: unknown, pointer: string): unknown {
  let node = root;
  for (const segment of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    node = (node as Record<string, unknown> | undefined)?.[key];
  }
  if (typeof node !== 'object' || node === null) throw new Error(`Nothing is at ${pointer}.`);
  return node;
}
