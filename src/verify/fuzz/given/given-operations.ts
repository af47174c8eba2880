import { basePathOf, describedOperation, isRecord, lookUp } from '#blueprint';
import type { ApiOperation, Keeping, Service } from '#blueprint';

type Json = Readonly<Record<string, unknown>>;

/** An operation of a contract that was given, with everything that a request to it needs. */
export interface GivenOperation {
  /** Such as `GET /pets/{petId}`. */
  readonly name: string;
  readonly method: string;
  /** As it is served: below the path of the first server. */
  readonly path: string;
  readonly parameters: readonly GivenParameter[];
  readonly body: GivenBody | undefined;
  readonly responses: Json;
  /** The pointer to the responses. */
  readonly responsesAt: string;
  /** It asks for credentials. */
  readonly secured: boolean;
  /** What it does with records that are kept. */
  readonly keeps: Keeping | undefined;
}

export interface GivenParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly schema: unknown;
  readonly pointer: string;
  readonly isJson: boolean;
}

export interface GivenBody {
  readonly required: boolean;
  readonly content: readonly {
    readonly type: string;
    readonly schema: unknown;
    readonly pointer: string;
  }[];
}

/** The operations of a service whose contract was given. */
export function givenOperations(service: Service): readonly GivenOperation[] {
  const { document = {}, operations = [] } = service;
  const base = basePathOf(document);
  return operations.map((node) => read(document, base, node));
}

/** A part and where it stands, references followed. */
export function located(
  document: Json,
  given: unknown,
  pointer: string,
): { readonly part: Json; readonly pointer: string } {
  let value = given;
  let at = pointer;
  for (let step = 0; step < 32 && isRecord(value); step += 1) {
    if (typeof value['$ref'] !== 'string') return { part: value, pointer: at };
    at = decodeURIComponent(value['$ref'].slice(1));
    value = lookUp(document, at);
  }
  return { part: {}, pointer: at };
}

export const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

function read(document: Json, base: string, node: ApiOperation): GivenOperation {
  const { method, path } = node;
  const paths = document['paths'] as Json;
  const item = located(document, paths[path], `/paths/${escaped(path)}`);
  const at = `${item.pointer}/${method}`;
  const { operation } = describedOperation(document, node);
  const security = operation['security'] ?? document['security'];
  const requirements = Array.isArray(security) ? security : [];
  const body = located(document, operation['requestBody'], `${at}/requestBody`);
  return {
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path: base + path,
    parameters: parametersOf(document, item, operation, at),
    body: Object.keys(body.part).length === 0 ? undefined : bodyOf(body),
    responses: isRecord(operation['responses']) ? operation['responses'] : {},
    responsesAt: `${at}/responses`,
    keeps: node.keeps,
    secured:
      requirements.length > 0 &&
      requirements.every((one) => isRecord(one) && Object.keys(one).length > 0),
  };
}

function parametersOf(
  document: Json,
  item: { readonly part: Json; readonly pointer: string },
  operation: Json,
  at: string,
): readonly GivenParameter[] {
  const found = new Map<string, GivenParameter>();
  for (const [list, pointer] of [
    [item.part['parameters'], `${item.pointer}/parameters`],
    [operation['parameters'], `${at}/parameters`],
  ] as const) {
    for (const [index, given] of (Array.isArray(list) ? list : []).entries()) {
      const place = located(document, given, `${pointer}/${index}`);
      const { name, in: where, style, explode, content, schema = {} } = place.part;
      const [media] = isRecord(content) ? Object.entries(content) : [];
      const usual = where === 'query' || where === 'cookie' ? 'form' : 'simple';
      const styled = typeof style === 'string' ? style : usual;
      found.set(`${String(where)} ${String(name)}`, {
        name: String(name),
        in: String(where),
        required: place.part['required'] === true || where === 'path',
        style: styled,
        explode: typeof explode === 'boolean' ? explode : styled === 'form',
        schema: media ? (media[1] as Json)['schema'] : schema,
        pointer: media
          ? `${place.pointer}/content/${escaped(media[0])}/schema`
          : `${place.pointer}/schema`,
        isJson: media !== undefined,
      });
    }
  }
  return [...found.values()];
}

function bodyOf({ part, pointer }: { readonly part: Json; readonly pointer: string }): GivenBody {
  const content = isRecord(part['content']) ? Object.entries(part['content']) : [];
  return {
    required: part['required'] === true,
    content: content.map(([type, media]) => ({
      type,
      schema: isRecord(media) ? media['schema'] : undefined,
      pointer: `${pointer}/content/${escaped(type)}/schema`,
    })),
  };
}
