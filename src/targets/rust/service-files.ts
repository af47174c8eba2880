import type { Blueprint, Service } from '#blueprint';
import { defaultPageSize } from '#contract';
import type { GeneratedFile } from '#files';
import { requestsPerMinute } from '../shared/delivery/rate-limit.ts';
import { assign, call, generic, literal, macro, print, slice, struct } from './emit/code.ts';
import type { Code } from './emit/code.ts';
import { entityNames } from './names.ts';

/** `src/service.rs`: what distinguishes this service from any other. */
export function serviceFile(blueprint: Blueprint, service: Service): GeneratedFile {
  const roles = blueprint.system.roles.map(({ name }) => literal(name));
  return {
    path: 'src/service.rs',
    content: [
      '//! What distinguishes this service from any other.\n\n',
      `pub const NAME: &str = ${literal(service.name)};\n`,
      '/// The source of its events.\n',
      `pub const SOURCE: &str = ${literal(`/${service.name}`)};\n`,
      '/// How many records a page has if the caller does not say.\n',
      `pub const PAGE_SIZE: usize = ${defaultPageSize(blueprint)};\n`,
      `pub const RATE_LIMIT_PER_MINUTE: u32 = ${requestsPerMinute(blueprint)};\n`,
      '/// The roles that members can have.\n',
      `${assign('pub const ROLES: &[&str]', slice(service.access === 'accounts' ? roles : []))}\n`,
    ].join(''),
    owner: 'generated',
    sources: service.sources,
  };
}

/** `src/resources.rs`: the resources, in the order of the requirements, and their migrations. */
export function resourcesFile(service: Service, names: readonly string[]): GeneratedFile {
  const all = service.entities.map((entity) => entityNames(entity));
  const types = all.toSorted((a, b) => (a.module < b.module ? -1 : 1));
  const modules = all.map(({ module }) => module).toSorted((a, b) => (a < b ? -1 : 1));
  const made = struct(
    'Self',
    Object.fromEntries(all.map(({ module }) => [module, 'Arc::new(Definition::new()?)'])),
  );
  const listed = macro('vec', ...all.map(({ module }) => `self.${module}.clone()`));
  const none = all.length === 0;
  const routers = all.map(({ module }) => {
    const resource = call('Resource::new', `self.${module}`, 'Arc::clone(around)');
    return call('.merge', call(`${module}::router`, resource));
  });
  const migrations = names.map((name) =>
    struct('MigrationFile', {
      version: String(Number(name.slice(0, 4))),
      name: literal(name.slice(5)),
      sqlite: `include_str!("../migrations/sqlite/${name}.sql")`,
      postgres: `include_str!("../migrations/postgres/${name}.sql")`,
    }),
  );
  return {
    path: 'src/resources.rs',
    content: [
      '//! All resources of the service.\n\n',
      ...modules.map((module) => `mod ${module};\n`),
      none ? '' : '\n',
      'use std::sync::Arc;\n\nuse utoipa_axum::router::OpenApiRouter;\n\n',
      'use crate::fields::PatternError;\n',
      none
        ? 'use crate::records::AnyResource;\n'
        : 'use crate::records::{AnyResource, Definition, Resource};\n',
      'use crate::surroundings::Surroundings;\n\n',
      ...types.map(({ module, type }) => `use ${module}::${type};\n`),
      none ? '' : '\n',
      '/// A migration, in the words of each database.\n',
      "pub struct MigrationFile {\n    pub version: i64,\n    pub name: &'static str,\n",
      "    pub sqlite: &'static str,\n    pub postgres: &'static str,\n}\n\n",
      '/// Migrations, in order. One that ran somewhere is never edited: a change is a new file.\n',
      `${assign('pub const MIGRATIONS: &[MigrationFile]', slice(migrations))}\n\n`,
      none ? '' : 'type Kept<E> = Arc<Definition<E>>;\n\n',
      '/// The resources, in the order of the requirements.\n',
      none ? 'pub struct Resources {}\n\n' : 'pub struct Resources {\n',
      ...all.map(({ module, type }) => `${print(generic('Kept', type), `${module}: `, ',', 4)}\n`),
      none ? '' : '}\n\n',
      'impl Resources {\n    /// Fails if a pattern can not be compiled.\n',
      '    pub fn new() -> Result<Self, PatternError> {\n',
      none ? '        Ok(Self {})\n' : `${print(call('Ok', made), '', '', 8)}\n`,
      '    }\n\n    pub fn all(&self) -> Vec<Arc<dyn AnyResource>> {\n',
      none ? '        Vec::new()\n' : `${print(listed, '', '', 8)}\n`,
      '    }\n\n',
      `    pub fn router(self, ${none ? '_' : ''}around: &Arc<Surroundings>) -> OpenApiRouter {\n`,
      ...routerLines(routers),
      '    }\n}\n',
    ].join(''),
    owner: 'generated',
    sources: [],
  };
}

/** A chain that fits stands on one line. */
function routerLines(routers: readonly Code[]): readonly string[] {
  const start = 'OpenApiRouter::new()';
  const [only] = routers;
  const flat = only && routers.length === 1 ? print(only, `        ${start}`) : '';
  if (flat !== '' && !flat.includes('\n')) return [`${flat}\n`];
  return [`        ${start}\n`, ...routers.map((router) => `${print(router, '', '', 12)}\n`)];
}
