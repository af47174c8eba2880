import type { GeneratedFile } from '#files';
import type { ApiGroup, ApiModel, ModelledOperation } from '../../shared/api/api-model.ts';
import { generated } from '../../shared/generated.ts';
import { docComment } from '../emit/doc-comment.ts';
import { groupModule, handlerName } from './api-names.ts';

/** The handlers of all operations that are not kept in the database: the user's, and the modules around them. */
export function handlerFiles({ groups }: ApiModel): readonly GeneratedFile[] {
  const handled = groups
    .map((group) => ({
      ...group,
      operations: group.operations.filter(({ node }) => !node.keeps),
    }))
    .filter(({ operations }) => operations.length > 0);
  const modules = [...handled.map(({ name }) => groupModule(name)), 'authenticate'].toSorted();
  const lines = modules.map((name) => (name === 'authenticate' ? '' : 'pub ') + `mod ${name};\n`);
  const content = `${HEAD}${lines.join('')}\npub use authenticate::authenticate;\n`;
  return [
    generated('src/handlers.rs', content),
    { path: 'src/handlers/authenticate.rs', content: AUTHENTICATE, owner: 'scaffold', sources: [] },
    ...handled.flatMap((group) => [
      groupFile(group),
      ...group.operations.map((operation) => handlerFile(group, operation)),
    ]),
  ];
}

function groupFile({ name, operations }: ApiGroup): GeneratedFile {
  const names = operations.map(({ node }) => handlerName(node.name, name)).toSorted();
  const content = [
    docComment(`Handlers of ${name}`, undefined, 0, '//!'),
    '\n',
    ...names.map((module) => `mod ${module};\n`),
    '\n',
    ...names.map((module) => `pub use ${module}::${module};\n`),
  ].join('');
  return generated(`src/handlers/${groupModule(name)}.rs`, content);
}

function handlerFile(group: ApiGroup, { node }: ModelledOperation): GeneratedFile {
  const title = `${node.method.toUpperCase()} ${node.path}`;
  const name = handlerName(node.name, group.name);
  const line = `pub async fn ${name}(_request: ApiRequest) -> Result<Answer, Failure> {`;
  const start =
    line.length <= 100
      ? line
      : `pub async fn ${name}(\n    _request: ApiRequest,\n) -> Result<Answer, Failure> {`;
  const about = docComment(node.label === title ? title : `${title}: ${node.label}`, node);
  return {
    path: `src/handlers/${groupModule(group.name)}/${name}.rs`,
    content: `${USES}\n${about}${start}\n    not_written()\n}\n`,
    owner: 'scaffold',
    sources: node.sources,
  };
}

const HEAD = '//! The code of the operations: yours.\n\n';

const USES = `use crate::api::{Answer, ApiRequest, not_written};
use crate::http::Failure;
`;

const AUTHENTICATE = `use axum::http::request::Parts;
use serde_json::Value as Json;

use crate::api::{Credentials, not_written};
use crate::http::Failure;
use crate::surroundings::Surroundings;

/// Says who shows these credentials; what it gives is the \`caller\` of the request. Yours: the contract
/// says how callers show who they are, not whom you know.
pub async fn authenticate(
    _credentials: Credentials,
    _parts: &Parts,
    _around: &Surroundings,
) -> Result<Json, Failure> {
    not_written()
}
`;
