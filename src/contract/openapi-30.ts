import type {
  Header,
  MediaType,
  OpenApiDocument,
  Operation,
  Parameter,
  Reference,
  Response,
  Schema,
  TypeName,
} from './openapi/document.ts';

/** An OpenAPI 3.0.3 document: plain data that says the same in the older words. */
export interface OpenApi30Document {
  readonly openapi: '3.0.3';
  readonly [part: string]: unknown;
}

/**
 * The same contract in OpenAPI 3.0.3. What that version can't say is left out, never said wrongly: limits
 * on property names, and the list of types of a value that may be any JSON.
 */
export function openApi30(document: OpenApiDocument): OpenApi30Document {
  const { schemas, responses, parameters, headers } = document.components;
  return {
    ...document,
    openapi: '3.0.3',
    paths: mapValues(document.paths, (item) => mapValues(item, operation)),
    components: {
      ...document.components,
      schemas: mapValues(schemas, schema30),
      responses: mapValues(responses, response),
      parameters: mapValues(parameters, withSchema),
      headers: mapValues(headers, withSchema),
    },
  };
}

function operation(given: Operation): object {
  const { parameters, requestBody } = given;
  return {
    ...given,
    ...(parameters && { parameters: parameters.map(withSchema) }),
    ...(requestBody && {
      requestBody: { ...requestBody, content: mapValues(requestBody.content, withSchema) },
    }),
    responses: mapValues(given.responses, response),
  };
}

function response(given: Response | Reference): object {
  if ('$ref' in given) return given;
  return {
    ...given,
    ...(given.headers && { headers: mapValues(given.headers, withSchema) }),
    ...(given.content && { content: mapValues(given.content, withSchema) }),
  };
}

function withSchema(given: Parameter | Header | MediaType | Reference): object {
  return 'schema' in given ? { ...given, schema: schema30(given.schema) } : given;
}

function schema30(schema: Schema): object {
  const { $ref, type, const: constant, examples, propertyNames: _, ...rest } = schema;
  const {
    exclusiveMinimum,
    exclusiveMaximum,
    items,
    properties,
    additionalProperties,
    allOf,
    not,
  } = rest;
  const said = {
    ...rest,
    ...typeIn30(type),
    ...(constant === undefined ? {} : { enum: [constant] }),
    ...(exclusiveMinimum === undefined
      ? {}
      : { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum === undefined
      ? {}
      : { maximum: exclusiveMaximum, exclusiveMaximum: true }),
    ...(items && { items: schema30(items) }),
    ...(properties && { properties: mapValues(properties, schema30) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: schema30(additionalProperties),
    }),
    ...(allOf && { allOf: allOf.map(schema30) }),
    ...(not && { not: schema30(not) }),
    ...(examples && { example: examples[0] }),
  };
  if ($ref === undefined) return said;
  // Beside a reference nothing counts in 3.0.
  return Object.keys(said).length === 0
    ? { $ref }
    : { ...said, allOf: [{ $ref }, ...(said.allOf ?? [])] };
}

function typeIn30(type: Schema['type']): { type?: TypeName; nullable?: true; enum?: [null] } {
  if (type === undefined) return {};
  if (type === 'null') return { enum: [null] };
  const names = typeof type === 'string' ? [type] : type.filter((name) => name !== 'null');
  const [only] = names;
  if (only === undefined || names.length > 1) return {};
  return {
    type: only,
    ...(names.length === type.length || typeof type === 'string' ? {} : { nullable: true }),
  };
}

function mapValues<T, U>(
  record: Readonly<Record<string, T>>,
  map: (value: T) => U,
): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
