import type { FastifyRequest } from 'fastify';
import { parseJson } from '../http/body.ts';
import { invalidParameter } from '../http/problem.ts';
import { coerce } from './coerce.ts';
import type { RawValue } from './coerce.ts';
import { entriesOf, isPart } from './part.ts';
import type { Part } from './part.ts';
import { pairsOf, queryText } from './raw-query.ts';
import type { Pairs } from './raw-query.ts';
import type { Schemas } from './schemas.ts';
import { readPathValue, split } from './serialised.ts';
import type { Shape } from './serialised.ts';

/** A parameter of an operation, as the contract describes it. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: unknown;
  /** It is JSON in a text. */
  readonly isJson: boolean;
  readonly shape: Shape;
}

/** The parameters of a request by place and name. */
export type Parameters = Readonly<Record<Parameter['in'], Record<string, unknown>>>;

const SEPARATORS: Readonly<Record<string, string>> = { spaceDelimited: ' ', pipeDelimited: '|' };
/** Headers that OpenAPI leaves to other parts of a description. */
const OTHERS = new Set(['accept', 'content-type', 'authorization']);

/** Reads the description of a parameter. */
export function describeParameter(part: Part, schemas: Schemas): Parameter | undefined {
  const { name, in: place, content } = part;
  if (typeof name !== 'string' || (place === 'header' && OTHERS.has(name.toLowerCase()))) return;
  const style =
    typeof part['style'] === 'string'
      ? part['style']
      : place === 'query' || place === 'cookie'
        ? 'form'
        : 'simple';
  const [media] = entriesOf(content);
  const schema = media && isPart(media[1]) ? media[1]['schema'] : (part['schema'] ?? {});
  const types = schemas.typesOf(schema);
  const isJson = media !== undefined && /json/i.test(media[0]);
  return {
    name,
    in: place as Parameter['in'],
    required: part['required'] === true || place === 'path',
    style,
    explode: typeof part['explode'] === 'boolean' ? part['explode'] : style === 'form',
    schema,
    isJson,
    // JSON is one text, whatever it holds.
    shape: isJson ? 'one' : types.has('array') ? 'list' : types.has('object') ? 'object' : 'one',
  };
}

/** Reads and checks the parameters of a request. @throws a problem 400 that names the parameter to blame */
export function readParameters(
  described: readonly Parameter[],
  request: FastifyRequest,
  path: Readonly<Record<string, string>>,
  schemas: Schemas,
): Parameters {
  const query = pairsOf(queryText(request.raw.url ?? ''));
  const taken = new Set<string>();
  const values: Parameters = { path: {}, query: {}, header: {}, cookie: {} };
  for (const parameter of described) {
    const raw = rawValue(parameter, { request, path, query, taken, schemas });
    if (raw === undefined) {
      if (parameter.required) throw invalidParameter(parameter.name, 'is required');
      continue;
    }
    values[parameter.in][parameter.name] = checked(parameter, raw, schemas);
  }
  // Names in the path that nobody described are text.
  for (const [name, text] of Object.entries(path)) {
    if (!Object.hasOwn(values.path, name)) values.path[name] = text;
  }
  const unknown = query.find(([name]) => !taken.has(name));
  if (unknown) throw invalidParameter(unknown[0], 'is not known');
  return values;
}

interface Given {
  readonly request: FastifyRequest;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Pairs;
  /** The names of the query that some parameter has read. */
  readonly taken: Set<string>;
  readonly schemas: Schemas;
}

function rawValue(parameter: Parameter, given: Given): RawValue | undefined {
  const { name, shape, explode } = parameter;
  switch (parameter.in) {
    case 'path': {
      const text = given.path[name];
      if (text === undefined) return undefined;
      return readPathValue(parameter, shape, text) ?? fail(name);
    }
    case 'header': {
      const text = given.request.headers[name.toLowerCase()];
      return text === undefined
        ? undefined
        : (split([text].flat().join(','), shape, ',', explode) ?? fail(name));
    }
    case 'cookie': {
      const text = cookieOf(given.request.headers.cookie ?? '', name);
      return text === undefined ? undefined : (split(text, shape, ',', false) ?? fail(name));
    }
    case 'query':
      return queryValue(parameter, given);
  }
}

function queryValue(parameter: Parameter, given: Given): RawValue | undefined {
  const { name, style, shape, explode, schema } = parameter;
  const { query, taken, schemas } = given;
  if (style === 'deepObject' && shape === 'object') {
    const found = query.filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
    for (const [key] of found) taken.add(key);
    if (found.length === 0) return undefined;
    return once(found.map(([key, value]) => [key.slice(name.length + 1, -1), value]));
  }
  if (style === 'form' && shape === 'object' && explode) {
    const properties = schemas.propertiesOf(schema);
    const found = query.filter(([key]) => properties.has(key));
    for (const [key] of found) taken.add(key);
    return found.length === 0 ? undefined : once(found);
  }
  const found = query.filter(([key]) => key === name).map(([, value]) => value);
  if (found.length > 0) taken.add(name);
  const [first] = found;
  if (first === undefined) return undefined;
  if (shape === 'list' && explode) return found;
  if (found.length > 1) throw invalidParameter(name, 'is repeated');
  return split(first, shape, SEPARATORS[style] ?? ',', false) ?? fail(name);
}

function checked(parameter: Parameter, raw: RawValue, schemas: Schemas): unknown {
  const { name, schema, isJson } = parameter;
  const value =
    isJson && typeof raw === 'string' ? parseJson(Buffer.from(raw)) : coerce(schemas, schema, raw);
  const [issue] = schemas.check(schema, 'request', value);
  if (issue) throw invalidParameter(name, issue.message);
  return value;
}

/** @throws a problem 400 for a name that is there twice */
function once(entries: Pairs): Readonly<Record<string, string>> {
  const names = new Set<string>();
  for (const [name] of entries) {
    if (names.has(name)) throw invalidParameter(name, 'is repeated');
    names.add(name);
  }
  return Object.fromEntries(entries);
}

function cookieOf(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals !== -1 && part.slice(0, equals).trim() === name)
      return part.slice(equals + 1).trim();
  }
  return undefined;
}

function fail(name: string): never {
  throw invalidParameter(name, 'is not written as the contract says');
}
