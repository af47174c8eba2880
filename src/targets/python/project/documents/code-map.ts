import type { Service } from '#blueprint';
import type { CodeMap } from '../../../shared/documents/code-map.ts';
import { entityNames } from '../../names.ts';
import { moduleMap } from './module-map.ts';

/** The code of a service in words. */
export function codeMap(service: Service): CodeMap {
  return {
    modules: moduleMap(service),
    request:
      'A request passes the middleware (headers, log, metrics), then the dependencies of its endpoint: who is it, may he, what does he send. A write is one transaction: the row is locked and read, `If-Match` compared, the body checked, then references, transition and rules; the record and its events are written together, and the answer is sent after the commit. Endpoints run in threads; every query is limited to the tenant of the caller.',
    codeOf: (entity) => `app/resources/${entityNames(entity).module}/`,
    checks: '`ruff check`, `ruff format --check`, `mypy` and `pytest`',
  };
}
