import { compareContent } from './compare-content.ts';
import { compareParameters } from './compare-parameters.ts';
import type { OperationPair, OperationSide } from './compare-parameters.ts';
import { compareResponses } from './compare-responses.ts';
import { compareSecurity } from './compare-security.ts';
import { Comparison } from './comparison.ts';
import type { ContractComparison } from './contract-change.ts';
import { escaped } from './document-reader.ts';
import type { DocumentReader, Located } from './document-reader.ts';
import { isObject, listOf, objectOf, own, same } from './json.ts';

/**
 * Compares two OpenAPI 3.x documents, given as data, and says of every change whom it breaks and why. References
 * within a document are followed, circles included; what refers to other documents is compared as text. Documents
 * of any shape are taken: what is not as the standard says counts as absent.
 */
export function compareContracts(old: unknown, next: unknown): ContractComparison {
  const comparison = new Comparison(old, next);
  const before = operationsOf(comparison.old);
  const after = operationsOf(comparison.next);
  for (const [key, side] of before) {
    const now = after.get(key);
    if (now) compareOperation({ comparison, operation: nameOf(now), old: side, next: now });
    else {
      comparison.breaking(
        'operation-removed',
        { pointer: side.operation.pointer, operation: nameOf(side) },
        'The operation is gone: those who call it get 404 or 405.',
      );
    }
  }
  for (const [key, side] of after) {
    if (before.has(key)) continue;
    comparison.compatible(
      'operation-added',
      { pointer: side.operation.pointer, operation: nameOf(side) },
      'The operation is new.',
    );
  }
  compareServers(comparison);
  const { changes } = comparison;
  if (changes.length === 0 && !same(old, next)) {
    comparison.compatible(
      'wording',
      { pointer: '', operation: undefined },
      'Only names, descriptions or examples differ.',
    );
  }
  const isBreaking = changes.some(({ verdict }) => verdict === 'breaking');
  return {
    verdict: isBreaking ? 'breaking' : changes.length > 0 ? 'compatible' : 'identical',
    changes,
  };
}

interface Side extends OperationSide {
  readonly method: string;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** By method and path; the names of path parameters do not count. */
function operationsOf(reader: DocumentReader): Map<string, Side> {
  const found = new Map<string, Side>();
  for (const [path, value] of Object.entries(objectOf(own(reader.root, 'paths')))) {
    const item: Located = reader.at(value, `/paths/${escaped(path)}`);
    for (const method of METHODS) {
      if (!isObject(own(item.node, method))) continue;
      const operation = reader.child(item, method);
      found.set(`${method} ${path.replace(/\{[^}]*\}/g, '{}')}`, {
        reader,
        item,
        operation,
        path,
        method,
      });
    }
  }
  return found;
}

function nameOf({ method, path }: Side): string {
  return `${method.toUpperCase()} ${path}`;
}

function compareOperation(pair: OperationPair): void {
  const { comparison, operation, old, next } = pair;
  if (
    own(next.operation.node, 'deprecated') === true &&
    own(old.operation.node, 'deprecated') !== true
  ) {
    comparison.compatible(
      'deprecated',
      { pointer: next.operation.pointer, operation },
      'The operation is deprecated: it still works, but not forever.',
    );
  }
  compareSecurity(pair);
  compareParameters(pair);
  compareBody(pair);
  compareResponses(pair);
}

function compareBody({ comparison, operation, old, next }: OperationPair): void {
  const before =
    own(old.operation.node, 'requestBody') === undefined
      ? undefined
      : old.reader.child(old.operation, 'requestBody');
  const after =
    own(next.operation.node, 'requestBody') === undefined
      ? undefined
      : next.reader.child(next.operation, 'requestBody');
  const place = { pointer: (after ?? before ?? next.operation).pointer, operation };
  const required = own(after?.node ?? {}, 'required') === true;
  if (before && after) {
    if (required !== (own(before.node, 'required') === true)) {
      comparison.effect(
        'body-required',
        place,
        `a body ${required ? 'must be given' : 'may be left out'} now`,
        required ? 'tightened' : 'loosened',
        'request',
      );
    }
    compareContent({ comparison, operation, direction: 'request', old: before, next: after });
  } else if (before) {
    comparison.breaking(
      'body-removed',
      place,
      'There is no body any more: those who send one can be refused.',
    );
  } else if (after && required) {
    comparison.breaking(
      'body-added',
      place,
      'A body must be given now: those who send requests without it are refused.',
    );
  } else if (after) {
    comparison.compatible('body-added', place, 'A body may be given now.');
  }
}

/** Callers find the service at the addresses that the document names. */
function compareServers(comparison: Comparison): void {
  const [before, after] = [comparison.old, comparison.next].map((reader) =>
    listOf(own(reader.root, 'servers')).map((server) => own(objectOf(server), 'url') ?? '/'),
  );
  const place = { pointer: '/servers', operation: undefined };
  const gone = (before ?? []).filter((url) => !(after ?? []).includes(url));
  if (gone.length > 0)
    comparison.breaking(
      'server-removed',
      place,
      `Server ${gone.map(String).join(', ')} is gone: those who call it get no answer.`,
    );
  const added = (after ?? []).filter((url) => !(before ?? []).includes(url));
  if (added.length > 0)
    comparison.compatible('server-added', place, `Server ${added.map(String).join(', ')} is new.`);
}
