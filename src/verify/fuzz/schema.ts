/** The JSON Schema keywords from which values are made; validation itself is ajv's work. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly readOnly?: boolean;
  /** Limits of values that JSON Schema can't compare: exact decimals and dates as text. */
  readonly 'x-minimum'?: Limit;
  readonly 'x-maximum'?: Limit;
}

export interface Limit {
  readonly value: string;
  readonly exclusive: boolean;
}

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

/** A schema as one object: `$ref` followed, `allOf` laid together, of alternatives the first that is not null. */
export function flatten(root: unknown, schema: Schema): Schema {
  const { node } = resolve(root, schema);
  const { allOf = [], anyOf = [], oneOf = [], ...own } = node;
  const alternatives = [...anyOf, ...oneOf].map((option) => flatten(root, option));
  const parts = allOf.map((part) => flatten(root, part));
  const alternative = alternatives.find((option) => option.type !== 'null');
  if (alternative) parts.push(alternative);
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
