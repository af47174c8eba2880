import { describedOperation, follow, isRecord } from '#blueprint';
import type { ApiOperation } from '#blueprint';
import { objectShape, typesOf } from './object-shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** An operation, as far as keeping records is concerned. */
export interface OperationParts {
  readonly node: ApiOperation;
  readonly parameters: readonly Json[];
  /** The schema of the JSON that it takes; undefined if it takes none. */
  readonly request: unknown;
  /** It takes bodies of other types as well. */
  readonly takesOthers: boolean;
  readonly status: number;
  /** The schema of the JSON that it answers when all is well; undefined if that has no body. */
  readonly answer: unknown;
  /** Why its answer can't be made from a record: a type that is not JSON, a header; empty if it can. */
  readonly problem: string;
}

/** Reads the parts of an operation; undefined if it has no answer for when all is well. */
export function operationParts(document: Json, node: ApiOperation): OperationParts | undefined {
  const { operation, parameters } = describedOperation(document, node);
  const body = follow(document, operation['requestBody']);
  const taken = Object.entries(isRecord(body['content']) ? body['content'] : {});
  const responses = isRecord(operation['responses']) ? operation['responses'] : {};
  const status = Object.keys(responses).find((key) => /^2\d\d$/.test(key));
  if (status === undefined) return undefined;
  const response = follow(document, responses[status]);
  const answered = Object.entries(isRecord(response['content']) ? response['content'] : {});
  const json = answered.find(([type]) => isJson(type));
  const headers = Object.entries(isRecord(response['headers']) ? response['headers'] : {});
  const needed = headers.find(([, header]) => follow(document, header)['required'] === true);
  const takenJson = taken.find(([type]) => isJson(type));
  return {
    node,
    parameters,
    request: takenJson && schemaOf(takenJson[1]),
    takesOthers: taken.some(([type]) => !isJson(type)),
    status: Number(status),
    answer: json && schemaOf(json[1]),
    problem:
      answered.length > 0 && !json
        ? `its answer is ${answered[0]?.[0]}`
        : needed
          ? `nothing says what its header ${needed[0]} is`
          : '',
  };
}

/** A record, or the property that holds it where an object has no other. */
export function unwrapped(
  document: Json,
  schema: unknown,
): { readonly schema: unknown; readonly within: string | undefined } {
  const shape = objectShape(document, schema);
  const [only, ...others] = shape ? [...shape.properties] : [];
  return only && others.length === 0 && objectShape(document, only[1])
    ? { schema: only[1], within: only[0] }
    : { schema, within: undefined };
}

/** A list of records: itself, or the property that holds it, and the one that counts them. */
export function unwrappedList(
  document: Json,
  schema: unknown,
): { items: unknown; within?: string; count?: string } | undefined {
  const part = follow(document, schema);
  if (typesOf(part).has('array')) return { items: part['items'] };
  const shape = objectShape(document, schema);
  const entries = shape ? [...shape.properties] : [];
  const lists = entries.filter(([, property]) => typesOf(property).has('array'));
  const counts = entries.filter(
    ([name, property]) => typesOf(property).has('integer') && /count|total/i.test(name),
  );
  const [list] = lists;
  if (
    !list ||
    lists.length > 1 ||
    counts.length > 1 ||
    entries.length > lists.length + counts.length
  )
    return undefined;
  const [count] = counts;
  return { items: list[1]['items'], within: list[0], ...(count && { count: count[0] }) };
}

function schemaOf(media: unknown): unknown {
  return isRecord(media) ? (media['schema'] ?? {}) : {};
}

const isJson = (type: string) => /^[^/]+\/(?:json|[^;]*\+json)(?:;|$)/i.test(type);
