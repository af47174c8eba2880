import { apiMethods, describedOperation, follow, isRecord } from '#blueprint';
import type { ApiOperation } from '#blueprint';
import type { Diagnostic } from '#diagnostics';
import { openapiDiagnostics } from './openapi.diagnostics.ts';
import { kebabOf, OperationNames } from './operation-names.ts';
import type { Places } from './places.ts';

type Json = Readonly<Record<string, unknown>>;

/** The operations of a document in one piece, in its order, and what is odd about their addresses. */
export function readOperations(
  document: Json,
  places: Places,
): { readonly operations: readonly ApiOperation[]; readonly diagnostics: readonly Diagnostic[] } {
  const names = new OperationNames();
  const ids = new Set<string>();
  const addresses = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const operations: ApiOperation[] = [];
  const paths = isRecord(document['paths']) ? document['paths'] : {};
  for (const [path, given] of Object.entries(paths)) {
    if (path.startsWith('x-')) continue;
    const item = follow(document, given);
    const span = places.at(['paths', path]);
    if (!path.startsWith('/') || /[?#]/.test(path.replace(/\{[^{}]*\}/g, ''))) {
      const problem = "a path begins with '/' and has no query";
      const pointer = `/paths/${path.slice(0, 100)}`;
      diagnostics.push(openapiDiagnostics.create('malformed', { pointer, problem }, span));
      continue;
    }
    for (const method of apiMethods) {
      const operation = Object.hasOwn(item, method) ? item[method] : undefined;
      if (!isRecord(operation)) continue;
      const source = places.at(['paths', path, method]);
      const title = `${method.toUpperCase()} ${path}`;
      const tell = (diagnostic: Diagnostic) => diagnostics.push({ ...diagnostic, source });
      const id = textOf(operation['operationId']);
      if (id !== '' && ids.has(id))
        tell(openapiDiagnostics.create('duplicate-operation-id', { id }));
      ids.add(id);
      const address = `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
      const first = addresses.get(address);
      if (first !== undefined) {
        tell(openapiDiagnostics.create('ambiguous-path', { operation: title, first }));
      } else addresses.set(address, title);
      for (const diagnostic of parameterProblems(document, title, path, method)) tell(diagnostic);
      const name = names.unique(id, `${method} ${path}`);
      operations.push({
        id: `operation/${name}`,
        name,
        label: labelOf(operation, title),
        origin: 'stated',
        sources: [source],
        group: kebabOf(...tagsOf(operation), firstWord(path), 'operations'),
        method,
        path,
      });
    }
  }
  return { operations, diagnostics };
}

/** Path parameters and the braces of the path should agree. */
function* parameterProblems(
  document: Json,
  operation: string,
  path: string,
  method: ApiOperation['method'],
): Iterable<Diagnostic> {
  const named = new Set([...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
  const { parameters } = describedOperation(document, { path, method });
  const described = new Set(
    parameters.filter((one) => one['in'] === 'path').map(({ name }) => textOf(name)),
  );
  for (const parameter of named) {
    if (!described.has(parameter))
      yield openapiDiagnostics.create('missing-parameter', { parameter, operation });
  }
  for (const parameter of described) {
    if (!named.has(parameter))
      yield openapiDiagnostics.create('unused-parameter', { parameter, operation });
  }
}

function tagsOf(operation: Json): readonly string[] {
  const { tags } = operation;
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string').slice(0, 1) : [];
}

function firstWord(path: string): string {
  return path.split('/').find((word) => word !== '' && !word.includes('{')) ?? '';
}

function labelOf(operation: Json, title: string): string {
  const summary = textOf(operation['summary']).replace(/\s+/g, ' ').trim().slice(0, 200);
  return summary === '' ? title : summary;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
