import type { Service } from '#blueprint';
import type { GeneratedFile } from '#files';
import { apiModel } from '../../shared/api/api-model.ts';
import { generated } from '../../shared/generated.ts';
import { docstring } from '../emit/docstring.ts';
import { moduleName } from './api-names.ts';
import { collectionsText } from './collections-file.ts';
import { handlerFile } from './handler-file.ts';
import { modelsFiles } from './models-files.ts';
import { routesFiles } from './routes-files.ts';
import { RESERVED_TYPES } from './type-code.ts';

/** The code of a contract that was given: its models, its routes, and a handler for each operation. */
export function apiFiles(service: Service): readonly GeneratedFile[] {
  if (!service.document) return [];
  const model = apiModel(service, RESERVED_TYPES);
  const collections = collectionsText(service);
  // What is kept in the database needs no code of the user's.
  const handled = model.groups.flatMap((group) =>
    group.operations
      .filter(({ node }) => !node.keeps)
      .map((operation) => ({ group, file: handlerFile(group, operation) })),
  );
  const packages = new Set(handled.map(({ group }) => group.name));
  return [
    ...[...modelsFiles(model), ...routesFiles(service, model)].map(([path, text]) =>
      generated(path, text),
    ),
    ...(collections === undefined ? [] : [generated('app/operations/collections.py', collections)]),
    generated('app/operations/__init__.py', docstring('What the contract says, as code.')),
    generated('app/handlers/__init__.py', docstring('The code of the operations: yours.')),
    ...[...packages].map((name) =>
      generated(`app/handlers/${moduleName(name)}/__init__.py`, docstring(`Handlers of ${name}.`)),
    ),
    ...handled.map(({ file }) => file),
    { path: 'app/handlers/authenticate.py', content: AUTHENTICATE, owner: 'scaffold', sources: [] },
  ];
}

const AUTHENTICATE = `from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from app.api.operation import not_written
from app.api.security import Credential


def authenticate(credentials: Sequence[Credential], request: Request) -> Any:
    """Says who shows these credentials; what it gives is the \`caller\` of the request. Yours: the
    contract says how callers show who they are, not whom you know."""
    not_written()
`;
