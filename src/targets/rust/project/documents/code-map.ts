import type { Service } from '#blueprint';
import type { CodeMap } from '../../../shared/documents/code-map.ts';
import { entityNames } from '../../names.ts';
import { moduleMap } from './module-map.ts';

/** The code of a service in words. */
export function codeMap(service: Service): CodeMap {
  return {
    modules: moduleMap(service),
    request:
      'A request passes the layers (headers, log, metrics), then the extractors of its handler: who is it, may he, what does he send. A write is one transaction: the row is locked and read, `If-Match` compared, the body checked, then references, transition and rules; the record and its events are written together, and the answer is sent after the commit. Every query is limited to the tenant of the caller. SQLite has one connection that writes, for which writers wait in turn.',
    codeOf: (entity) => `src/resources/${entityNames(entity).module}.rs`,
    checks: '`cargo fmt --check`, `cargo clippy --all-targets -- -D warnings` and `cargo test`',
  };
}
