import { camelCase } from '#blueprint';
import type { GeneratedFile } from '#files';
import type { ApiGroup, ModelledOperation } from '../../shared/api/api-model.ts';
import { WIDTH } from '../emit/code.ts';
import { docComment } from '../emit/comment.ts';
import { Imports } from '../emit/imports.ts';
import { widthOf } from '../emit/width.ts';
import { isReserved } from './reserved-words.ts';

/** The handler of an operation: written once, and then the user's. */
export function handlerFile(group: ApiGroup, { node, type }: ModelledOperation): GeneratedFile {
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

/** The function in it. */
export function handlerName(name: string): string {
  const camel = camelCase(name);
  return isReserved(camel) ? `${camel}Operation` : camel;
}
