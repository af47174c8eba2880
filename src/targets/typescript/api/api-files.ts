import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { apiModel } from '../../shared/api/api-model.ts';
import { generated } from '../../shared/generated.ts';
import { collectionsText } from './collections-file.ts';
import { handlerFile } from './handler-file.ts';
import { routesFiles } from './routes-files.ts';
import { RESERVED_TYPES } from './type-code.ts';
import { typesFiles } from './types-files.ts';

/** The code of a contract that was given: its types, its routes, and a handler for each operation. */
export function apiFiles(service: Service): readonly GeneratedFile[] {
  if (!service.document) return [];
  const model = apiModel(service, RESERVED_TYPES);
  const collections = collectionsText(service);
  return [
    ...[...typesFiles(model), ...routesFiles(service, model)].map(([path, text]) =>
      generated(path, text),
    ),
    ...(collections === undefined ? [] : [generated('src/operations/collections.ts', collections)]),
    ...model.groups.flatMap((group) =>
      group.operations
        // What is kept in the database needs no code of the user's.
        .filter(({ node }) => !node.keeps)
        .map((operation) => handlerFile(group, operation)),
    ),
    { path: 'src/handlers/authenticate.ts', content: AUTHENTICATE, owner: 'scaffold', sources: [] },
  ];
}

const AUTHENTICATE = `import type { Authenticate } from '../api/security.ts';
import { notWritten } from '../api/operation.ts';

/**
 * Says who shows these credentials; what it gives is the \`caller\` of the request. Yours: the contract says
 * how callers show who they are, not whom you know.
 */
export const authenticate: Authenticate = async () => notWritten();
`;
