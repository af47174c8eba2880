import type { ApiOperation } from './operation.ts';
import { describeParameter } from './parameters.ts';
import type { Parameter } from './parameters.ts';
import { entriesOf, follow, isPart } from './part.ts';
import type { Part } from './part.ts';
import type { Schemas } from './schemas.ts';

/** An operation, and what the contract says of it. */
export interface Described {
  /** Such as `GET /pets/{petId}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody: Part;
  readonly responses: unknown;
  /** The media types of all answers. */
  readonly answerTypes: readonly string[];
  readonly security: unknown;
  readonly handle: ApiOperation['handle'];
}

/** Looks up operations in the contract. @throws if it has no such operation */
export function describeOperations(
  document: Part,
  operations: readonly ApiOperation[],
  schemas: Schemas,
): readonly Described[] {
  const paths = isPart(document['paths']) ? document['paths'] : {};
  return operations.map((operation) => {
    const { method, path } = operation;
    const name = `${method} ${path}`;
    const item = follow(document, paths[path]);
    const part = follow(document, item[method.toLowerCase()]);
    if (part['responses'] === undefined && Object.keys(part).length === 0)
      throw new Error(`The contract has no operation ${name}`);
    const security = part['security'] ?? document['security'];
    const parameters = parametersOf(document, item, part, schemas);
    const answers = entriesOf(part['responses']).flatMap(([, response]) =>
      entriesOf(follow(document, response)['content']).map(([type]) => type),
    );
    return {
      name,
      method,
      path,
      parameters: [...parameters, ...keysInQuery(document, security)],
      requestBody: follow(document, part['requestBody']),
      responses: part['responses'],
      answerTypes: [...new Set(answers)],
      security,
      handle: (request) => operation.handle(request),
    };
  });
}

/** Those of the path and those of the operation, which win. */
function parametersOf(
  document: Part,
  item: Part,
  operation: Part,
  schemas: Schemas,
): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const list of [item['parameters'], operation['parameters']]) {
    for (const given of Array.isArray(list) ? list : []) {
      const described = describeParameter(follow(document, given), schemas);
      if (described) parameters.set(`${described.in} ${described.name}`, described);
    }
  }
  return [...parameters.values()];
}

/** Keys that are shown in the query are parameters that no list names. */
function keysInQuery(document: Part, security: unknown): readonly Parameter[] {
  const components = isPart(document['components']) ? document['components'] : {};
  const schemes = isPart(components['securitySchemes']) ? components['securitySchemes'] : {};
  const wanted = (Array.isArray(security) ? security : []).flatMap((requirement) =>
    entriesOf(requirement).map(([name]) => follow(document, schemes[name])),
  );
  return wanted
    .filter((scheme) => scheme['type'] === 'apiKey' && scheme['in'] === 'query')
    .map((scheme) => ({
      name: String(scheme['name']),
      in: 'query',
      required: false,
      style: 'form',
      explode: true,
      schema: {},
      isJson: false,
      shape: 'one',
    }));
}
