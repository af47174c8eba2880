import { camelCase, uncheckedPatterns } from '#blueprint';
import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { apiModel } from '../../shared/api/api-model.ts';
import type { ApiGroup, ModelledOperation } from '../../shared/api/api-model.ts';
import type { ApiType } from '../../shared/api/api-type.ts';
import { array, arrow, call, literal, object, print, WIDTH } from '../emit/code.ts';
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
  return `// The schemas of the contract as types.\n\n${declarations.join('\n')}`;
}

function typesText(group: ApiGroup, components: ReadonlySet<string>): string {
  const blocks = [
    ...group.operations.map(operationTypes),
    ...group.declarations.map(declarationCode),
  ];
  const text = blocks.join('\n');
  const imports = new Imports();
  for (const name of ['ApiRequest', 'Answer', 'Handler']) imports.type('../api/operation.ts', name);
  for (const name of new Set(text.match(/\b[A-Z][A-Za-z0-9]*\b/g)))
    if (components.has(name) && usesType(text, name)) imports.type('./schemas.ts', name);
  return `${imports.print()}\n${text}`;
}

/** Names stand in texts and comments too: those are cut out first. */
function usesType(text: string, name: string): boolean {
  const code = text.replace(/\/\*\*.*\*\/|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  return new RegExp(`\\b${name}\\b(?!\\??:)`).test(code);
}

function operationTypes({ node, type, parameters, body, answers }: ModelledOperation): string {
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
      ? `export type ${type}Request = ApiRequest;\n`
      : `export interface ${type}Request extends ApiRequest {\n${members.join('')}}\n`;
  const head = docComment(node.label === title ? title : `${title}: ${node.label}`, node);
  const handler = `export type ${type} = Handler<${type}Request, ${type}Answer>;\n`;
  const wide = `export type ${type} = Handler<\n  ${type}Request,\n  ${type}Answer\n>;\n`;
  return `${head}${widthOf(handler) - 1 <= WIDTH ? handler : wide}\n${request}\n${answerTypes(type, answers)}`;
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

function answerTypes(type: string, answers: ModelledOperation['answers']): string {
  const codes = answers.map(({ status, body }) => {
    const code = body === undefined ? '' : `, ${typeCode(body)}`;
    return `Answer<${status ?? 'number'}${code}>`;
  });
  const start = `export type ${type}Answer =`;
  const all = [...new Set(codes.length === 0 ? ['Answer<number>'] : codes)];
  const line = `${start} ${all.join(' | ')};\n`;
  if (widthOf(line) - 1 <= WIDTH || all.length === 1) return line;
  return `${start}\n${all.map((one) => `  | ${one}`).join('\n')};\n`;
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
  const body = arrow('async ()', call('notWritten', literal(title)));
  const comment = docComment(node.label === title ? title : `${title}: ${node.label}`, node);
  return {
    path: `src/handlers/${group.name}/${node.name}.ts`,
    content: `${imports.print()}\n${comment}${print(body, `export const ${name}: ${type} = `, ';')}\n`,
    owner: 'scaffold',
    sources: node.sources,
  };
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
export const authenticate: Authenticate = async () => notWritten('Finding out who the caller is');
`;
