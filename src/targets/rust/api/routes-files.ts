import { uncheckedPatterns } from '#blueprint';
import type { Service } from '#blueprint';
import type { ApiGroup, ApiModel } from '../../shared/api/api-model.ts';
import { assign, call, literal, macro, print, slice } from '../emit/code.ts';
import { docComment } from '../emit/doc-comment.ts';
import { groupModule, handlerName } from './api-names.ts';
import { keepingCode } from './collections-file.ts';

/** The routes of each group of operations, and `src/operations.rs` with all of them: path and text. */
export function routesFiles(
  service: Service,
  model: ApiModel,
): readonly (readonly [string, string])[] {
  return [
    ...model.groups.map(
      (group) => [`src/operations/${groupModule(group.name)}.rs`, routesText(group)] as const,
    ),
    ['src/operations.rs', operationsText(service, model)],
  ];
}

function routesText(group: ApiGroup): string {
  const module = groupModule(group.name);
  const routes = group.operations.map(({ node }) =>
    call(
      'ApiOperation::new',
      literal(node.method.toUpperCase()),
      literal(node.path),
      node.keeps
        ? keepingCode(node.keeps)
        : call('handled', `handlers::${handlerName(node.name, group.name)}`),
    ),
  );
  const keeps = group.operations.some(({ node }) => node.keeps);
  const handles = group.operations.some(({ node }) => !node.keeps);
  const names = ['ApiOperation', ...(keeps ? ['Keeping'] : []), ...(handles ? ['handled'] : [])];
  return [
    docComment(`The operations of ${group.name}, and their code`, undefined, 0, '//!'),
    '\n',
    ...(keeps ? ['use super::collections;\n'] : []),
    names.length > 1
      ? `use crate::api::{${names.join(', ')}};\n`
      : 'use crate::api::ApiOperation;\n',
    ...(handles ? [`use crate::handlers::${module} as handlers;\n`] : []),
    '\npub fn routes() -> Vec<ApiOperation> {\n',
    print(macro('vec', ...routes), '', '', 4),
    '\n}\n',
  ].join('');
}

function operationsText(service: Service, { groups, base }: ApiModel): string {
  const modules = groups.map(({ name }) => groupModule(name));
  const all = (service.collections ?? []).length > 0 ? [...modules, 'collections'] : modules;
  const routes = slice(modules.map((module) => `${module}::routes`));
  return [
    '//! The operations of the contract: openapi.json says what they take and answer.\n\n',
    ...all.toSorted().map((module) => `mod ${module};\n`),
    '\nuse std::sync::Arc;\n\n',
    'use crate::api::{Api, ApiOperation};\nuse crate::surroundings::Surroundings;\n\n',
    '/// Those of each group.\n',
    `${assign('const GROUPS: &[fn() -> Vec<ApiOperation>]', routes)}\n`,
    '/// Patterns of the contract that would take too long to check.\n',
    `${assign('const UNCHECKED: &[&str]', slice(uncheckedPatterns(service.document).map(literal)))}\n\n`,
    '/// All operations, below the path of the first server.\n',
    'pub fn api(around: Arc<Surroundings>) -> Api {\n',
    '    let operations = GROUPS.iter().flat_map(|routes| routes()).collect();\n',
    `    Api::new(around, ${literal(base)}, operations, UNCHECKED)\n}\n`,
  ].join('');
}
