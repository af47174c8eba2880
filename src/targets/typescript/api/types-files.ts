import type { ApiGroup, ApiModel, ModelledOperation } from '../../shared/api/api-model.ts';
import type { ApiType } from '../../shared/api/api-type.ts';
import { WIDTH } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { widthOf } from '../emit/width.ts';
import { declarationCode, typeCode } from './type-code.ts';

/** `src/operations/schemas.ts`, and a file of types for each group of operations: path and text. */
export function typesFiles({
  components,
  groups,
}: ApiModel): readonly (readonly [string, string])[] {
  const names = new Set(components.map(({ name }) => name));
  return [
    ['src/operations/schemas.ts', schemasText(components.map(declarationCode))],
    ...groups.map(
      (group) => [`src/operations/${group.name}.types.ts`, typesText(group, names)] as const,
    ),
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
