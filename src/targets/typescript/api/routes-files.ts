import { camelCase, uncheckedPatterns } from '#blueprint';
import type { Service } from '#blueprint';
import type { ApiGroup, ApiModel } from '../../shared/api/api-model.ts';
import { array, call, literal, object, print } from '../emit/code.ts';
import { Imports } from '../emit/imports.ts';
import { collectionName } from './collections-file.ts';
import { handlerName } from './handler-file.ts';
import { LocalNames } from './local-names.ts';
import { valueCode } from './value-code.ts';

/** The routes of each group of operations, and `src/operations/index.ts` with all of them: path and text. */
export function routesFiles(
  service: Service,
  model: ApiModel,
): readonly (readonly [string, string])[] {
  return [
    ...model.groups.map(
      (group) => [`src/operations/${group.name}.routes.ts`, routesText(group)] as const,
    ),
    ['src/operations/index.ts', indexText(service, model)],
  ];
}

function routesText(group: ApiGroup): string {
  const imports = new Imports();
  imports.type('../api/operation.ts', 'ApiOperation');
  const locals = new LocalNames();
  const routes = group.operations.map(({ node }) => {
    const { keeps } = node;
    if (keeps) {
      const { collection, does, filters, ...how } = keeps;
      imports.value('./collections.ts', collectionName(collection));
      const shown = Object.entries(how).map(([key, value]) => [key, valueCode(value)]);
      const keeping = object({
        ...Object.fromEntries(shown),
        filters: array(filters.map(literal)),
      });
      return object({
        method: literal(node.method.toUpperCase()),
        path: literal(node.path),
        handle: call(`${collectionName(collection)}.${does}`, keeping),
      });
    }
    const exported = handlerName(node.name);
    const name = locals.take(exported);
    const imported = name === exported ? name : `${exported} as ${name}`;
    imports.value(`../handlers/${group.name}/${node.name}.ts`, imported);
    return object({
      method: literal(node.method.toUpperCase()),
      path: literal(node.path),
      handle: name,
    });
  });
  const name = `${camelCase(group.name)}Routes`;
  return `${imports.print()}\n${print(array(routes, routes.length > 1), `export const ${name}: readonly ApiOperation[] = `, ';')}\n`;
}

function indexText(service: Service, { groups, base }: ApiModel): string {
  const imports = new Imports();
  imports.value('../api/routes.ts', 'api');
  imports.value('../handlers/authenticate.ts', 'authenticate');
  const locals = new LocalNames();
  const spreads = groups.map(({ name }) => {
    const exported = `${camelCase(name)}Routes`;
    const routes = locals.take(exported);
    imports.value(`./${name}.routes.ts`, routes === exported ? routes : `${exported} as ${routes}`);
    return `...${routes}`;
  });
  const patterns = uncheckedPatterns(service.document).map(literal);
  const given = object(
    {
      base: literal(base),
      operations: array(spreads),
      authenticate: 'authenticate',
      unchecked: array(patterns),
    },
    true,
  );
  return `${imports.print()}\n/** The operations of the contract: openapi.json says what they take and answer. */\n${print(call('api', given), 'export const operations = ', ';')}\n`;
}
