import type { Schema } from '#contract';
import { resolve } from './schema.ts';

/** What the fuzzer knows of a service: its OpenAPI document, laid flat. */
export interface Api {
  readonly document: unknown;
  readonly operations: readonly ApiOperation[];
}

export interface ApiOperation {
  /** Such as `POST /api/notes`. */
  readonly name: string;
  readonly operationId: string;
  readonly method: string;
  /** The template, such as `/api/notes/{id}`. */
  readonly path: string;
  readonly parameters: readonly ApiParameter[];
  readonly body?: ApiBody;
  /** By status, such as `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, ApiResponse>;
  readonly secured: boolean;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
  /** Where the schema is in the document, as a JSON pointer. */
  readonly pointer: string;
  readonly example: unknown;
}

export interface ApiBody {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
  /** Of the first media type, which the fuzzer sends. */
  readonly schema: Schema;
  readonly pointer: string;
  readonly example: unknown;
}

export interface ApiResponse {
  readonly headers: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly pointer: string;
  }[];
  /** Media type → pointer to its schema, where it has one. */
  readonly content: ReadonlyMap<string, string | undefined>;
  /** Operation id → parameter → runtime expression such as `$response.body#/id`. */
  readonly links: readonly {
    readonly operationId: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
}

type Json = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Reads an OpenAPI 3.1 document; what it refers to is resolved, so that nobody else has to. */
export function readApi(document: unknown): Api {
  const root = document as Json;
  const paths = Object.entries((root['paths'] ?? {}) as Record<string, Json>);
  const operations = paths.flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) =>
      readOperation(root, path, method, item[method] as Json),
    ),
  );
  return { document, operations };
}

/** The documented response for a status: exact, then its class, then `default`. */
export function responseFor(operation: ApiOperation, status: number): ApiResponse | undefined {
  const { responses } = operation;
  return (
    responses.get(String(status)) ??
    responses.get(`${Math.floor(status / 100)}XX`) ??
    responses.get('default')
  );
}

function readOperation(root: Json, path: string, method: string, json: Json): ApiOperation {
  const at = `/paths/${escape(path)}/${method}`;
  const security = (json['security'] ?? root['security'] ?? []) as readonly Json[];
  const body = json['requestBody'] as Json | undefined;
  return {
    name: `${method.toUpperCase()} ${path}`,
    operationId: textOf(json['operationId']),
    method: method.toUpperCase(),
    path,
    parameters: ((json['parameters'] ?? []) as readonly Json[]).map((parameter, index) =>
      readParameter(root, parameter, `${at}/parameters/${index}`),
    ),
    ...(body && { body: readBody(body, `${at}/requestBody`) }),
    responses: new Map(
      Object.entries((json['responses'] ?? {}) as Record<string, Json>).map(
        ([status, response]) => [status, readResponse(root, response, `${at}/responses/${status}`)],
      ),
    ),
    // An empty requirement among others makes it optional.
    secured: security.length > 0 && security.every((one) => Object.keys(one).length > 0),
  };
}

function readParameter(root: Json, given: Json, at: string): ApiParameter {
  const { node, pointer } = resolve<Json>(root, given, at);
  return {
    name: textOf(node['name']),
    in: node['in'] as ApiParameter['in'],
    required: node['required'] === true,
    schema: node['schema'] ?? {},
    pointer: `${pointer}/schema`,
    example: node['example'],
  };
}

function readBody(body: Json, at: string): ApiBody {
  const content = Object.entries(body['content'] as Record<string, Json>);
  const [first, media] = content[0] ?? ['application/json', {}];
  return {
    required: body['required'] === true,
    mediaTypes: content.map(([type]) => type),
    schema: media['schema'] ?? {},
    pointer: `${at}/content/${escape(first)}/schema`,
    example: media['example'],
  };
}

function readResponse(root: Json, given: Json, at: string): ApiResponse {
  const { node, pointer } = resolve<Json>(root, given, at);
  const headers = Object.entries(recordOf(node['headers']));
  const content = Object.entries(recordOf(node['content']));
  return {
    headers: headers.map(([name, header]) => {
      const resolved = resolve<Json>(root, header, `${pointer}/headers/${escape(name)}`);
      return {
        name: name.toLowerCase(),
        required: resolved.node['required'] === true,
        pointer: `${resolved.pointer}/schema`,
      };
    }),
    content: new Map(
      content.map(([type, media]) => [
        type,
        media['schema'] === undefined ? undefined : `${pointer}/content/${escape(type)}/schema`,
      ]),
    ),
    links: Object.values(recordOf(node['links'])).map((link) => ({
      operationId: textOf(link['operationId']),
      parameters: (link['parameters'] ?? {}) as Record<string, string>,
    })),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const recordOf = (value: unknown) => (value ?? {}) as Record<string, Json>;

/** One segment of a JSON pointer (RFC 6901). */
function escape(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
