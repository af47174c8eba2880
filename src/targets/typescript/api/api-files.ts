import { camelCase, uncheckedPatterns } from '#blueprint';
import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { apiModel } from '../../shared/api/api-model.ts';
import type { ApiGroup, ModelledOperation } from '../../shared/api/api-model.ts';
import type { ApiType } from '../../shared/api/api-type.ts';
import { array, call, literal, object, print, WIDTH } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { widthOf } from '../emit/width.ts';
import { declarationCode, RESERVED_TYPES, typeCode } from './type-code.ts';
import { isReserved } from './reserved-words.ts';

/** The code of a contract that was given: its types, its routes, and a handler for each operation. */
export function apiFiles(service: Service): readonly GeneratedFile[] {
  if (!service.document) return [];
  const model = apiModel(service, RESERVED_TYPES);
  const components = new Set(model.components.map(({ name }) => name));
  return [
    generated('src/operations/schemas.ts', schemasText(model.components.map(declarationCode))),
    ...model.groups.flatMap((group) => [
      generated(`src/operations/${group.name}.types.ts`, typesText(group, components)),
      generated(`src/operations/${group.name}.routes.ts`, routesText(group)),
      ...group.operations.map((operation) => handlerFile(group, operation)),
    ]),
    generated('src/operations/index.ts', indexText(service, model)),
    {
      path: 'src/handlers/authenticate.ts',
      content: AUTHENTICATE,
      owner: 'scaffold',
      sources: [],
    },
  ];
}

function schemasText(declarations: readonly string[]): string {
  if (declarations.length === 0) return '// The contract has no schemas with a name.\nexport {};\n';
  const text = declarations.join('\n');
  const imports = new Imports();
  if (usesType(text, 'AnyObject')) imports.type('../api/operation.ts', 'AnyObject');
  const head = imports.print();
  return `// The schemas of the contract as types.\n${head}\n${text}`;
}

function typesText(group: ApiGroup, components: ReadonlySet<string>): string {
  const blocks = [
    ...group.operations.map(operationTypes),
    ...group.declarations.map(declarationCode),
  ];
  const text = blocks.join('\n');
  const imports = new Imports();
  for (const name of ['ApiRequest', 'Answer', 'Handler']) imports.type('../api/operation.ts', name);
  if (usesType(text, 'AnyObject')) imports.type('../api/operation.ts', 'AnyObject');
  for (const name of new Set(text.match(/\b[A-Z][A-Za-z0-9]*\b/g)))
    if (components.has(name) && usesType(text, name)) imports.type('./schemas.ts', name);
  return `${imports.print()}\n${text}`;
}

/** Names stand in texts and comments too: those are cut out first. */
function usesType(text: string, name: string): boolean {
  const code = text.replace(/\/\*\*.*\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  return new RegExp(`\\b${name}\\b(?!\\??:)`).test(code);
}

function operationTypes(operation: ModelledOperation): string {
  const { node, type, requestType, answerType, parameters, body, answers } = operation;
  const title = `${node.method.toUpperCase()} ${node.path}`;
  const places = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;
  const members = Object.entries(places).flatMap(([place, property]) => {
    const name = parameters[place as keyof typeof places];
    return name === undefined ? [] : [`  readonly ${property}: ${name};\n`];
  });
  if (body) {
    const optional = body.required ? body.type : withUndefined(body.type);
    members.push(memberCode('body', optional));
  }
  const request =
    members.length === 0
      ? `export type ${requestType} = ApiRequest;\n`
      : `export interface ${requestType} extends ApiRequest {\n${members.join('')}}\n`;
  const head = docComment(node.label === title ? title : `${title}: ${node.label}`, node);
  const handler = genericCode(`export type ${type} =`, 'Handler', [requestType, answerType]);
  return `${head}${handler}\n${request}\n${answerTypes(answerType, answers)}`;
}

/** A generic type that is one thing: its arguments go below it where they do not fit. */
function genericCode(start: string, name: string, args: readonly string[]): string {
  const line = `${start} ${name}<${args.join(', ')}>;\n`;
  if (widthOf(line) - 1 <= WIDTH || args.length === 1) return line;
  return `${start} ${name}<\n${args.map((arg) => `  ${arg}`).join(',\n')}\n>;\n`;
}

function withUndefined(type: ApiType): ApiType {
  const missing: ApiType = { kind: 'named', name: 'undefined' };
  return { kind: 'union', of: [...(type.kind === 'union' ? type.of : [type]), missing] };
}

function memberCode(name: string, type: ApiType): string {
  const line = `  readonly ${name}: ${typeCode(type)};\n`;
  if (type.kind !== 'union' || widthOf(line) - 1 <= WIDTH) return line;
  return `  readonly ${name}:\n${type.of.map((one) => `    | ${typeCode(one)}`).join('\n')};\n`;
}

function answerTypes(name: string, answers: ModelledOperation['answers']): string {
  const codes = answers.map(({ status, body }) => [
    String(status ?? 'number'),
    ...(body === undefined ? [] : [typeCode(body)]),
  ]);
  const start = `export type ${name} =`;
  const all = [...new Map(codes.map((args) => [args.join(', '), args])).values()];
  const [only = ['number']] = all;
  if (all.length < 2) return genericCode(start, 'Answer', only);
  const texts = all.map((args) => `Answer<${args.join(', ')}>`);
  const line = `${start} ${texts.join(' | ')};\n`;
  if (widthOf(line) - 1 <= WIDTH) return line;
  return `${start}\n${texts.map((one) => `  | ${one}`).join('\n')};\n`;
}

function routesText(group: ApiGroup): string {
  const imports = new Imports();
  imports.type('../api/operation.ts', 'ApiOperation');
  const locals = new LocalNames();
  const routes = group.operations.map(({ node }) => {
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
  return `${imports.print()}\n${print(array(routes, true), `export const ${name}: readonly ApiOperation[] = `, ';')}\n`;
}

/** Written once, and then the user's. */
function handlerFile(group: ApiGroup, { node, type }: ModelledOperation): GeneratedFile {
  const title = `${node.method.toUpperCase()} ${node.path}`;
  const name = handlerName(node.name);
  const imports = new Imports();
  imports.value('../../api/operation.ts', 'notWritten');
  imports.type(`../../operations/${group.name}.types.ts`, type);
  const comment = docComment(node.label === title ? title : `${title}: ${node.label}`, node);
  return {
    path: `src/handlers/${group.name}/${node.name}.ts`,
    content: `${imports.print()}\n${comment}${handlerCode(name, type)}`,
    owner: 'scaffold',
    sources: node.sources,
  };
}

function handlerCode(name: string, type: string): string {
  const start = `export const ${name}: ${type} =`;
  const body = 'notWritten();\n';
  if (widthOf(`${start} async () => ${body}`) - 1 <= WIDTH) return `${start} async () => ${body}`;
  return widthOf(`${start} async () =>`) <= WIDTH
    ? `${start} async () =>\n  ${body}`
    : `${start}\n  async () => ${body}`;
}

function indexText(service: Service, { groups, base }: ReturnType<typeof apiModel>): string {
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

/** Names such as `a-b1` and `a-b-1` are one in camelCase. */
class LocalNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}_${number}`;
    this.#taken.add(name);
    return name;
  }
}

function handlerName(name: string): string {
  const camel = camelCase(name);
  return isReserved(camel) ? `${camel}Operation` : camel;
}

function generated(path: string, content: string): GeneratedFile {
  return { path, content, owner: 'generated', sources: [] };
}

const AUTHENTICATE = `import type { Authenticate } from '../api/security.ts';
import { notWritten } from '../api/operation.ts';

/**
 * Says who shows these credentials; what it gives is the \`caller\` of the request. Yours: the contract says
 * how callers show who they are, not whom you know.
 */
export const authenticate: Authenticate = async () => notWritten();
`;
