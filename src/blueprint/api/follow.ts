import { isRecord } from './open-api-parts.ts';
import type { ApiOperation } from './api-operation.ts';

type Json = Readonly<Record<string, unknown>>;

const LONGEST_CHAIN = 32;

/** What a JSON pointer (RFC 6901), percent-encoded or not, leads to; undefined if to nothing. */
export function lookUp(value: unknown, pointer: string): unknown {
  let node = value;
  for (const key of pointerPath(pointer)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = (node as Json)[key];
  }
  return node;
}

/** The names that a JSON pointer leads through; in a reference they may be percent-encoded. */
export function pointerPath(pointer: string): readonly string[] {
  const segments = pointer.split('/').slice(1);
  return segments.map((one) => decoded(one).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows references within a document to the part itself; an empty object if they lead to none. */
export function follow(document: Json, given: unknown): Json {
  let value = given;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (!isRecord(value)) return {};
    const { $ref: reference } = value;
    if (typeof reference !== 'string') return value;
    value = reference.startsWith('#') ? lookUp(document, reference.slice(1)) : undefined;
  }
  return {};
}

/** An operation of a document, and the parameters that it shares with the others of its path. */
export function describedOperation(
  document: Json,
  { path, method }: Pick<ApiOperation, 'path' | 'method'>,
): { readonly operation: Json; readonly parameters: readonly Json[] } {
  const paths = isRecord(document['paths']) ? document['paths'] : {};
  const item = follow(document, Object.hasOwn(paths, path) ? paths[path] : undefined);
  const operation = Object.hasOwn(item, method) ? follow(document, item[method]) : {};
  const parameters = new Map<string, Json>();
  for (const list of [item['parameters'], operation['parameters']]) {
    for (const given of Array.isArray(list) ? list : []) {
      const parameter = follow(document, given);
      parameters.set(`${String(parameter['in'])} ${String(parameter['name'])}`, parameter);
    }
  }
  return { operation, parameters: [...parameters.values()] };
}

/** The path of the first server, below which the operations are served: `/api/v1`, or nothing. */
export function basePathOf(document: Json): string {
  const { servers } = document;
  return Array.isArray(servers) ? pathOfServer(servers[0]) : '';
}

/** The path of a server, its variables at their defaults. */
export function pathOfServer(server: unknown): string {
  const { url, variables } = isRecord(server) ? server : {};
  if (typeof url !== 'string') return '';
  const filled = url.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const variable = isRecord(variables) && Object.hasOwn(variables, name) ? variables[name] : {};
    const standard = isRecord(variable) ? variable['default'] : '';
    return typeof standard === 'string' ? standard : '';
  });
  const path = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*([^?#]*)/i.exec(filled)?.[1] ?? filled;
  const words = path.split(/[?#]/, 1)[0]?.split('/') ?? [];
  const kept = words.filter((word) => word !== '' && word !== '.' && word !== '..');
  return kept.map((word) => `/${word}`).join('');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
