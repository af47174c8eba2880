/** The methods that an operation of OpenAPI can have. */
export const apiMethods = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
] as const;

/** What a part of an OpenAPI 3 document is. */
export type PartKind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'encoding'
  | 'callback'
  | 'link'
  | 'example'
  | 'securityScheme'
  | 'schema';

/** How a property holds parts: one itself, or a list or a map of them. */
interface Holding {
  readonly as: 'one' | 'list' | 'map';
  readonly kind: PartKind;
}

const one = (kind: PartKind): Holding => ({ as: 'one', kind });
const list = (kind: PartKind): Holding => ({ as: 'list', kind });
const map = (kind: PartKind): Holding => ({ as: 'map', kind });

const content = { content: map('mediaType') };
const operation = one('operation');
const valued = { schema: one('schema'), examples: map('example'), ...content };

/**
 * The properties of each kind of part that hold further parts (OpenAPI 3.0.4 and 3.1.1, JSON Schema 2020-12).
 * What is not listed is data: examples, defaults, extensions.
 */
const parts: Readonly<Record<PartKind, Readonly<Record<string, Holding>>>> = {
  document: {
    paths: map('pathItem'),
    webhooks: map('pathItem'),
    components: one('components'),
  },
  components: {
    schemas: map('schema'),
    responses: map('response'),
    parameters: map('parameter'),
    examples: map('example'),
    requestBodies: map('requestBody'),
    headers: map('header'),
    securitySchemes: map('securityScheme'),
    links: map('link'),
    callbacks: map('callback'),
    pathItems: map('pathItem'),
  },
  pathItem: {
    parameters: list('parameter'),
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
  },
  operation: {
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: map('response'),
    callbacks: map('callback'),
  },
  parameter: valued,
  header: valued,
  requestBody: content,
  response: { headers: map('header'), links: map('link'), ...content },
  mediaType: { schema: one('schema'), examples: map('example'), encoding: map('encoding') },
  encoding: { headers: map('header') },
  // Its keys are expressions: every one of them is a path item.
  callback: {},
  link: {},
  example: {},
  securityScheme: {},
  schema: {
    properties: map('schema'),
    patternProperties: map('schema'),
    dependentSchemas: map('schema'),
    $defs: map('schema'),
    definitions: map('schema'),
    allOf: list('schema'),
    anyOf: list('schema'),
    oneOf: list('schema'),
    prefixItems: list('schema'),
    additionalProperties: one('schema'),
    unevaluatedProperties: one('schema'),
    unevaluatedItems: one('schema'),
    propertyNames: one('schema'),
    items: one('schema'),
    contains: one('schema'),
    not: one('schema'),
    if: one('schema'),
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; nobody awaits this table
    then: one('schema'),
    else: one('schema'),
  },
};

/** A part of a document that another one holds. */
export interface Part {
  readonly kind: PartKind;
  readonly value: unknown;
  /** From the part that holds it, such as `['properties', 'name']`. */
  readonly path: readonly string[];
}

/** The parts that a part holds, in the order of the document. A reference holds none. */
export function partsOf(kind: PartKind, value: unknown): readonly Part[] {
  if (!isRecord(value)) return [];
  if (kind === 'callback') {
    return Object.entries(value)
      .filter(([key]) => !key.startsWith('x-') && key !== '$ref')
      .map(([key, item]): Part => ({ kind: 'pathItem', value: item, path: [key] }));
  }
  return Object.entries(value).flatMap(([key, held]): Part[] => {
    const holding = Object.hasOwn(parts[kind], key) ? parts[kind][key] : undefined;
    if (!holding) return [];
    if (holding.as === 'one') return [{ kind: holding.kind, value: held, path: [key] }];
    // Names of components are free; elsewhere `x-` begins an extension.
    const isExtensible = kind === 'document' || kind === 'operation';
    const entries =
      holding.as === 'list' && Array.isArray(held)
        ? held.map((item: unknown, index): [string, unknown] => [String(index), item])
        : holding.as === 'map' && isRecord(held)
          ? Object.entries(held).filter(([name]) => !(isExtensible && name.startsWith('x-')))
          : [];
    return entries.map(([name, item]): Part => ({
      kind: holding.kind,
      value: item,
      path: [key, name],
    }));
  });
}

/** Where components of a kind are kept: `schemas` of `components` for a schema. */
export function componentsOf(kind: PartKind): string | undefined {
  return Object.entries(parts.components).find(([, holding]) => holding.kind === kind)?.[0];
}

/** An object of JSON: no list, no null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
