import { basePathOf, describedOperation, follow, isRecord, pascalCase } from '#blueprint';
import type { ApiOperation, Service } from '#blueprint';
import type { ApiDeclaration, ApiType } from './api-type.ts';
import { ApiTypes } from './api-types.ts';
import type { TypeScope } from './api-types.ts';
import { TypeNames } from './type-names.ts';
import { withoutCircles } from './without-circles.ts';

type Json = Readonly<Record<string, unknown>>;

/** A contract that was given, as targets write code for it: every operation and every type with a name. */
export interface ApiModel {
  /** The path below which the operations are served, such as `/v1`; empty for none. */
  readonly base: string;
  readonly components: readonly ApiDeclaration[];
  readonly groups: readonly ApiGroup[];
  /** Some operation asks for credentials. */
  readonly secured: boolean;
}

/** The operations that are filed together. */
export interface ApiGroup {
  readonly name: string;
  readonly operations: readonly ModelledOperation[];
  /** The types that its operations need besides the components. */
  readonly declarations: readonly ApiDeclaration[];
}

/** An operation, and the types of what it takes and answers. */
export interface ModelledOperation {
  readonly node: ApiOperation;
  /** Of its handler, such as `ShowPetById`. */
  readonly type: string;
  readonly requestType: string;
  readonly answerType: string;
  /** Of the declaration that has its parameters, by place; absent where it has none. */
  readonly parameters: Readonly<Partial<Record<ParameterPlace, string>>>;
  /** Of the body; absent where it takes none. Several media types make a union. */
  readonly body?: { readonly type: ApiType; readonly required: boolean };
  readonly answers: readonly ModelledAnswer[];
}

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

/** One answer of an operation. */
export interface ModelledAnswer {
  /** Undefined where it stands for several: `4XX`, `default`. */
  readonly status: number | undefined;
  /** Undefined where it has no body. */
  readonly body: ApiType | undefined;
}

/** @param reserved type names that mean something else in the files of a target */
export function apiModel(
  { document = {}, operations = [] }: Service,
  reserved: readonly string[],
): ApiModel {
  const names = new TypeNames(reserved);
  const types = new ApiTypes(document, names);
  const components = types.components();
  const groups = Map.groupBy(operations, ({ group }) => group);
  return {
    base: basePathOf(document),
    components: withoutCircles(components),
    groups: [...groups].map(([name, members]) => {
      const scope: TypeScope = { declarations: [] };
      const modelled = members.map((node) => modelOf(node, document, types, names, scope));
      return { name, operations: modelled, declarations: withoutCircles(scope.declarations) };
    }),
    secured: operations.some((operation) => isSecured(document, operation)),
  };
}

function modelOf(
  node: ApiOperation,
  document: Json,
  types: ApiTypes,
  names: TypeNames,
  scope: TypeScope,
): ModelledOperation {
  const { operation, parameters } = describedOperation(document, node);
  const type = names.take(pascalCase(node.name));
  const body = bodyOf(follow(document, operation['requestBody']), type, types, scope);
  return {
    node,
    type,
    requestType: names.derive(type, 'Request'),
    answerType: names.derive(type, 'Answer'),
    parameters: parametersOf(node, parameters, type, types, scope),
    ...(body && { body }),
    answers: Object.entries(isRecord(operation['responses']) ? operation['responses'] : {})
      .filter(([status]) => /^(?:[1-5](?:\d\d|XX)|default)$/.test(status))
      .map(([status, given]) => {
        const { content } = follow(document, given);
        return {
          status: /^\d+$/.test(status) ? Number(status) : undefined,
          body: contentOf(content, types, scope, [type, `Answer${status}`]),
        };
      }),
  };
}

const HEADERS_OF_OTHERS = new Set(['accept', 'content-type', 'authorization']);

function parametersOf(
  { path }: ApiOperation,
  described: readonly Json[],
  type: string,
  types: ApiTypes,
  scope: TypeScope,
): ModelledOperation['parameters'] {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const undescribed = inPath
    .filter((name) => !described.some((one) => one['in'] === 'path' && one['name'] === name))
    .map((name): Json => ({ name, in: 'path', schema: { type: 'string' } }));
  const all = [...described, ...undescribed];
  const places = (['path', 'query', 'header', 'cookie'] as const).flatMap((place) => {
    const own = all.filter(
      (one) =>
        one['in'] === place &&
        typeof one['name'] === 'string' &&
        (place !== 'path' || inPath.includes(one['name'])) &&
        !(place === 'header' && HEADERS_OF_OTHERS.has(one['name'].toLowerCase())),
    );
    if (own.length === 0) return [];
    const properties = own.map((one) => {
      const name = String(one['name']);
      return {
        name,
        required: place === 'path' || one['required'] === true,
        type: types.typeOf(schemaOf(one), scope, type, name),
      };
    });
    return [[place, types.declareObject(scope, [type, pascalCase(place)], properties)] as const];
  });
  return Object.fromEntries(places);
}

/** A parameter is described by a schema, or by a content of one media type. */
function schemaOf(parameter: Json): unknown {
  const [media] = isRecord(parameter['content']) ? Object.values(parameter['content']) : [];
  return isRecord(media) ? media['schema'] : (parameter['schema'] ?? { type: 'string' });
}

function bodyOf(
  requestBody: Json,
  type: string,
  types: ApiTypes,
  scope: TypeScope,
): ModelledOperation['body'] {
  const read = contentOf(requestBody['content'], types, scope, [type, 'Body']);
  return read && { type: read, required: requestBody['required'] === true };
}

function contentOf(
  content: unknown,
  types: ApiTypes,
  scope: TypeScope,
  words: readonly string[],
): ApiType | undefined {
  const entries = isRecord(content) ? Object.entries(content) : [];
  if (entries.length === 0) return undefined;
  const read = entries.map(([media, given]): ApiType => {
    const schema = isRecord(given) ? given['schema'] : undefined;
    if (/\/(?:json|.*\+json)(?:;|$)/i.test(media)) return types.typeOf(schema, scope, ...words);
    if (/multipart\/form-data|x-www-form-urlencoded/i.test(media))
      return types.typeOf(schema, { ...scope, form: true }, ...words, 'Form');
    return { kind: /^text\/(?!.*xml)/i.test(media) ? 'text' : 'bytes' };
  });
  const [first] = read;
  return read.length === 1 ? first : { kind: 'union', of: distinct(read) };
}

function distinct(types: readonly ApiType[]): readonly ApiType[] {
  const flat = types.flatMap((type) => (type.kind === 'union' ? type.of : [type]));
  return [...new Map(flat.map((type) => [JSON.stringify(type), type])).values()];
}

function isSecured(document: Json, operation: ApiOperation): boolean {
  const own = describedOperation(document, operation).operation['security'];
  const security = own ?? document['security'];
  return Array.isArray(security) && security.length > 0;
}
