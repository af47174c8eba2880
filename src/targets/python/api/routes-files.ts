import { uncheckedPatterns } from '#blueprint';
import type { Service } from '#blueprint';
import type { ApiGroup, ApiModel } from '../../shared/api/api-model.ts';
import { call, literal, print, tuple } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { moduleName } from './api-names.ts';
import { keepingCode } from './collections-file.ts';

/** The routes of each group of operations, and `app/operations/api.py` with all of them: path and text. */
export function routesFiles(
  service: Service,
  model: ApiModel,
): readonly (readonly [string, string])[] {
  return [
    ...model.groups.map((group) => {
      const path = `app/operations/${moduleName(group.name)}_routes.py`;
      return [path, routesText(group)] as const;
    }),
    ['app/operations/api.py', apiText(service, model)],
  ];
}

function routesText(group: ApiGroup): string {
  const imports = new Imports();
  imports.use('app.api.operation', 'ApiOperation');
  const folder = moduleName(group.name);
  const routes = group.operations.map(({ node, requestType }) => {
    const name = moduleName(node.name);
    const place = [literal(node.method.toUpperCase()), literal(node.path)];
    if (node.keeps) return call('ApiOperation', [...place, keepingCode(node.keeps, imports)]);
    imports.use('app.operations', `${folder}_models as models`);
    imports.use('app.api.operation', 'handled');
    imports.use(`app.handlers.${folder}.${name}`, name);
    return call('ApiOperation', [...place, call('handled', [`models.${requestType}`, name])]);
  });
  const title = docstring(`The operations of ${group.name}, and their code.`);
  return `${title}\n${imports.print()}\n${print(tuple(routes), `${folder}_routes = `)}\n`;
}

function apiText(service: Service, { groups, base }: ApiModel): string {
  const imports = new Imports();
  imports.use('app.api.routes', 'Api');
  imports.use('app.handlers.authenticate', 'authenticate');
  const spreads = groups.map(({ name }) => {
    const folder = moduleName(name);
    return `*${imports.use(`app.operations.${folder}_routes`, `${folder}_routes`)}`;
  });
  const definition = call('Api', [], {
    base: literal(base),
    operations: tuple(spreads),
    authenticate: 'authenticate',
    unchecked: tuple(uncheckedPatterns(service.document).map(literal)),
  });
  const title = docstring('All operations of the contract: openapi.json says what they are like.');
  return `${title}\n${imports.print()}\n${print(definition, 'api = ')}\n`;
}
