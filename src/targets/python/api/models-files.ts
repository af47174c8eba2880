import { pascalCase } from '#blueprint';
import type { ApiGroup, ApiModel, ModelledOperation } from '../../shared/api/api-model.ts';
import type { ApiDeclaration, ApiProperty, ApiType } from '../../shared/api/api-type.ts';
import { unionOf } from '../../shared/api/api-type.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { moduleName } from './api-names.ts';
import { aliasCode, classCode, declarationCode } from './model-code.ts';
import { typeCode } from './type-code.ts';
import type { ModelScope } from './type-code.ts';

/** So that a property and its type fit into a line. */
const LONGEST = 40;

/** `app/operations/schemas.py`, and a file of models for each group of operations: path and text. */
export function modelsFiles(model: ApiModel): readonly (readonly [string, string])[] {
  const all = [...model.components, ...model.groups.flatMap(({ declarations }) => declarations)];
  const known = new Map(all.map((declaration) => [declaration.name, declaration]));
  const taken = new Set(
    [
      ...known.keys(),
      ...model.groups.flatMap(({ operations }) =>
        operations.flatMap(({ type, requestType, answerType }) => [type, requestType, answerType]),
      ),
    ].map((name) => name.toLowerCase()),
  );
  const components = new Set(model.components.map(({ name }) => name));
  const scopeOf = (isGroup: boolean): ModelScope => ({
    imports: new Imports(),
    known,
    components,
    isGroup,
    freshName(wanted) {
      const name = wanted.split('_').map(pascalCase).join('').slice(0, LONGEST);
      let free = name;
      for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = name + number;
      taken.add(free.toLowerCase());
      return free;
    },
  });
  return [
    ['app/operations/schemas.py', schemasText(model.components, scopeOf(false))],
    ...model.groups.map((group) => {
      const path = `app/operations/${moduleName(group.name)}_models.py`;
      return [path, groupText(group, scopeOf(true))] as const;
    }),
  ];
}

function schemasText(declarations: readonly ApiDeclaration[], scope: ModelScope): string {
  const blocks = declarations.flatMap((one) => declarationCode(one, scope));
  return fileText('The schemas of the contract.', blocks, scope);
}

function groupText(group: ApiGroup, scope: ModelScope): string {
  const blocks = [
    ...group.declarations.flatMap((one) => declarationCode(one, scope)),
    ...group.operations
      .filter(({ node }) => !node.keeps)
      .flatMap((operation) => operationCode(operation, scope)),
  ];
  return fileText(`What the operations of ${group.name} take and answer.`, blocks, scope);
}

function fileText(about: string, blocks: readonly string[], { imports }: ModelScope): string {
  const head = `${docstring(about)}\nfrom __future__ import annotations\n`;
  const used = imports.print();
  const [first] = blocks;
  const space = first?.startsWith('class') ? '\n\n' : '\n';
  return `${head}${used === '' ? '' : `\n${used}`}${first === undefined ? '' : space}${blocks.join('\n\n')}`;
}

function operationCode(operation: ModelledOperation, scope: ModelScope): readonly string[] {
  const { node, requestType, answerType, parameters, body, answers } = operation;
  const places = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;
  const named = Object.entries(places).flatMap(([place, name]): ApiProperty[] => {
    const type = parameters[place as keyof typeof places];
    return type === undefined
      ? []
      : [{ name, required: true, type: { kind: 'named', name: type } }];
  });
  const whole: readonly ApiProperty[] = body
    ? [...named, { name: 'body', required: true, type: bodyType(body) }]
    : named;
  const comment = docstring(`${node.method.toUpperCase()} ${node.path}`, undefined, 4);
  const attributeOf = (name: string) => name;
  const head = { name: requestType, base: 'ApiRequest', comment, attributeOf } as const;
  scope.imports.use('app.api.operation', 'Answer');
  return [
    ...classCode(head, whole, scope),
    aliasCode(answerType, `Answer[${answerCode(answers, scope)}]`, scope),
  ];
}

function bodyType({ type, required }: NonNullable<ModelledOperation['body']>): ApiType {
  return required ? type : unionOf([type, { kind: 'null' }]);
}

/** The bodies of all answers. */
function answerCode(answers: ModelledOperation['answers'], scope: ModelScope): string {
  const types = answers.map(({ body }): ApiType => body ?? { kind: 'null' });
  return typeCode(types.length === 0 ? { kind: 'any' } : unionOf(types), scope);
}
