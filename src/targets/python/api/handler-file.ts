import type { GeneratedFile } from '#files';
import type { ApiGroup, ModelledOperation } from '../../shared/api/api-model.ts';
import { WIDTH, widthOf } from '../emit/code.ts';
import { docstring } from '../emit/docstring.ts';
import { Imports } from '../emit/imports.ts';
import { moduleName } from './api-names.ts';

/** The handler of an operation: written once, and then the user's. */
export function handlerFile(
  group: ApiGroup,
  { node, requestType, answerType }: ModelledOperation,
): GeneratedFile {
  const title = `${node.method.toUpperCase()} ${node.path}`;
  const name = moduleName(node.name);
  const folder = moduleName(group.name);
  const imports = new Imports();
  imports.use('app.api.operation', 'not_written');
  imports.use(`app.operations.${folder}_models`, requestType);
  imports.use(`app.operations.${folder}_models`, answerType);
  const line = `def ${name}(request: ${requestType}) -> ${answerType}:`;
  const start =
    widthOf(line) <= WIDTH
      ? line
      : `def ${name}(\n    request: ${requestType},\n) -> ${answerType}:`;
  const about = docstring(node.label === title ? title : `${title}: ${node.label}`, node, 4);
  return {
    path: `app/handlers/${folder}/${name}.py`,
    content: `${imports.print()}\n\n${start}\n${about}    not_written()\n`,
    owner: 'scaffold',
    sources: node.sources,
  };
}
