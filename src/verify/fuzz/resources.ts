import type { Api, ApiOperation } from './api.ts';

/** A collection and its records, recognised by their paths: `/api/notes` and `/api/notes/{id}`. */
export interface Resource {
  readonly collection: string;
  readonly item: string;
  /** Name of the path parameter. */
  readonly parameter: string;
  readonly create?: ApiOperation;
  readonly list?: ApiOperation;
  readonly get?: ApiOperation;
  readonly replace?: ApiOperation;
  readonly update?: ApiOperation;
  readonly remove?: ApiOperation;
}

/** The resources of a contract, in the order of its paths. */
export function findResources(api: Api): readonly Resource[] {
  const items = new Set(api.operations.map(({ path }) => path).filter((path) => ITEM.test(path)));
  return [...items].map((item) => {
    const [, collection = '', parameter = ''] = ITEM.exec(item) ?? [];
    const of = (method: string, path: string) =>
      api.operations.find((operation) => operation.method === method && operation.path === path);
    const operations = {
      create: of('POST', collection),
      list: of('GET', collection),
      get: of('GET', item),
      replace: of('PUT', item),
      update: of('PATCH', item),
      remove: of('DELETE', item),
    };
    const present = Object.entries(operations).filter(([, operation]) => operation !== undefined);
    return { collection, item, parameter, ...Object.fromEntries(present) };
  });
}

/** The resource whose records an operation's path goes through, such as `/api/notes/{id}/comments`. */
export function resourceOf(
  resources: readonly Resource[],
  operation: ApiOperation,
): Resource | undefined {
  return resources.find(
    ({ item }) => operation.path === item || operation.path.startsWith(`${item}/`),
  );
}

/**
 * Which resources a property may refer to, likeliest first: those that a link of the contract leads to,
 * those of its name, then all the others. A service that says "missing reference" decides.
 */
export function referredResources(
  api: Api,
  resources: readonly Resource[],
  property: string,
): readonly Resource[] {
  const linked = api.operations
    .flatMap(({ responses }) => [...responses.values()].flatMap(({ links }) => links))
    .filter(({ parameters }) =>
      Object.values(parameters).some((expression) => expression.endsWith(`/${property}`)),
    )
    .map(({ operationId }) => api.operations.find((one) => one.operationId === operationId)?.path);
  const name = property
    .replace(/Ids?$/, '')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const rank = ({ item, collection }: Resource) => {
    if (linked.includes(item)) return 0;
    return collection.slice(collection.lastIndexOf('/') + 1).startsWith(name.slice(0, -1)) ? 1 : 2;
  };
  return resources.toSorted((a, b) => rank(a) - rank(b));
}

const ITEM = /^(.+)\/\{([^{}/]+)\}$/;
