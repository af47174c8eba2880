import { basePathOf, describedOperation, isRecord, partsOf, pathOfServer } from '#blueprint';
import type { ApiOperation } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import type { Places } from './places.ts';

type Json = Readonly<Record<string, unknown>>;

/** What of a document the service does not act upon, so that nobody has to find out. */
export function notesOn(
  document: Json,
  operations: readonly ApiOperation[],
  places: Places,
): readonly Diagnostic[] {
  return [
    ...addressNotes(document, operations, places),
    ...callbackNotes(document, operations, places),
    ...bodyNotes(document, operations, places),
  ];
}

/** Where the service answers for itself (SP-13). */
const RESERVED = new Set([
  '/health/live',
  '/health/ready',
  '/metrics',
  '/openapi.json',
  '/docs',
  '/docs/docs.js',
  '/docs/docs.css',
]);

function* addressNotes(
  document: Json,
  operations: readonly ApiOperation[],
  places: Places,
): Iterable<Diagnostic> {
  const base = basePathOf(document);
  const { servers } = document;
  const others = Array.isArray(servers) ? new Set(servers.map(pathOfServer)) : new Set();
  if (others.size > 1)
    yield openapiDiagnostics.create(
      'several-servers',
      { base: base || '/' },
      places.at(['servers']),
    );
  for (const { path, method } of operations) {
    if (!RESERVED.has(base + path) || (method !== 'get' && method !== 'head')) continue;
    const operation = `${method.toUpperCase()} ${path}`;
    yield openapiDiagnostics.create(
      'reserved-path',
      { operation },
      places.at(['paths', path, method]),
    );
  }
}

function* callbackNotes(
  document: Json,
  operations: readonly ApiOperation[],
  places: Places,
): Iterable<Diagnostic> {
  const webhooks = isRecord(document['webhooks']) ? Object.keys(document['webhooks']).length : 0;
  const calling = operations.filter((operation) => callbacksOf(document, operation) > 0);
  const count = webhooks + calling.reduce((sum, one) => sum + callbacksOf(document, one), 0);
  if (count === 0) return;
  const [first] = calling;
  const path = first ? ['paths', first.path, first.method, 'callbacks'] : ['webhooks'];
  yield openapiDiagnostics.create('callbacks', { count }, places.at(path));
}

function callbacksOf(document: Json, operation: ApiOperation): number {
  const { callbacks } = describedOperation(document, operation).operation;
  return isRecord(callbacks) ? Object.keys(callbacks).length : 0;
}

/** Bodies whose schema speaks of a form that is not parsed, such as XML. */
function* bodyNotes(
  document: Json,
  operations: readonly ApiOperation[],
  places: Places,
): Iterable<Diagnostic> {
  for (const operation of operations) {
    const { requestBody } = describedOperation(document, operation).operation;
    for (const { path } of partsOf('requestBody', requestBody)) {
      const type = path[1] ?? '';
      if (!/\bxml\b/i.test(type)) continue;
      const title = `${operation.method.toUpperCase()} ${operation.path}`;
      const place = places.at(['paths', operation.path, operation.method, 'requestBody']);
      yield openapiDiagnostics.create('unchecked-body', { operation: title, type }, place);
    }
  }
}
