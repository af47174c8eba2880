import { compareContent } from './compare-content.ts';
import type { OperationPair } from './compare-parameters.ts';
import { compareSchemas } from './compare-schema.ts';
import { escaped } from './document-reader.ts';
import type { Located } from './document-reader.ts';
import { own } from './json.ts';

/** Compares the answers of two operations: statuses, headers and bodies. */
export function compareResponses(pair: OperationPair): void {
  const { comparison, operation, old, next } = pair;
  const before = old.reader.child(old.operation, 'responses');
  const after = next.reader.child(next.operation, 'responses');
  for (const status of Object.keys(before.node)) {
    const place = { pointer: `${before.pointer}/${escaped(status)}`, operation };
    if (Object.hasOwn(after.node, status)) {
      const answers = [old.reader.child(before, status), next.reader.child(after, status)] as const;
      compareResponse(pair, status, ...answers);
    } else if (isError(status)) {
      comparison.compatible('status-removed', place, `Status ${status} is not answered any more.`);
    } else {
      comparison.breaking(
        'status-removed',
        place,
        `Status ${status} is gone: those who wait for it never get it.`,
      );
    }
  }
  for (const status of Object.keys(after.node)) {
    if (Object.hasOwn(before.node, status)) continue;
    const place = { pointer: `${after.pointer}/${escaped(status)}`, operation };
    if (isError(status))
      comparison.compatible(
        'status-added',
        place,
        `Status ${status} is new: those who read answers have to expect errors anyway.`,
      );
    else
      comparison.breaking(
        'status-added',
        place,
        `Status ${status} is new: those who read answers do not know this success.`,
      );
  }
}

function compareResponse(
  { comparison, operation }: OperationPair,
  status: string,
  old: Located,
  next: Located,
): void {
  if (!comparison.enter(old.node, next.node, 'response')) return;
  compareContent({ comparison, operation, direction: 'response', old, next });
  const before = headersOf(comparison.old.child(old, 'headers'));
  const after = headersOf(comparison.next.child(next, 'headers'));
  for (const [name, key] of before) {
    const header = comparison.old.child(comparison.old.child(old, 'headers'), key);
    const now = after.get(name);
    const place = { pointer: header.pointer, operation };
    if (now !== undefined) {
      const current = comparison.next.child(comparison.next.child(next, 'headers'), now);
      compareHeader({ comparison, operation, key, status }, header, current);
    } else if (own(header.node, 'required') === true) {
      comparison.breaking(
        'header-removed',
        place,
        `Header ${key} of status ${status} is gone: those who read answers rely on it.`,
      );
    } else {
      comparison.compatible(
        'header-removed',
        place,
        `Header ${key} of status ${status} is gone: those who read answers had to expect it to be missing.`,
      );
    }
  }
  for (const [name, key] of after) {
    if (before.has(name)) continue;
    const header = comparison.next.child(comparison.next.child(next, 'headers'), key);
    comparison.compatible(
      'header-added',
      { pointer: header.pointer, operation },
      `Header ${key} of status ${status} is new: those who read answers can ignore it.`,
    );
  }
}

function compareHeader(
  {
    comparison,
    operation,
    key,
    status,
  }: Pick<OperationPair, 'comparison' | 'operation'> & { key: string; status: string },
  old: Located,
  next: Located,
): void {
  if (!comparison.enter(old.node, next.node, 'response')) return;
  const required = own(next.node, 'required') === true;
  if (required !== (own(old.node, 'required') === true)) {
    const says = `header ${key} of status ${status} ${required ? 'is always there' : 'may be missing'} now`;
    comparison.effect(
      'header-required',
      { pointer: next.pointer, operation },
      says,
      required ? 'tightened' : 'loosened',
      'response',
    );
  }
  const schemas = [
    comparison.old.child(old, 'schema'),
    comparison.next.child(next, 'schema'),
  ] as const;
  compareSchemas({ comparison, direction: 'response', operation, depth: 0 }, ...schemas);
}

/** Names as written, by their lower case. `Content-Type` is said by the content. */
function headersOf(headers: Located): Map<string, string> {
  const keys = Object.keys(headers.node).filter((key) => key.toLowerCase() !== 'content-type');
  return new Map(keys.map((key) => [key.toLowerCase(), key]));
}

function isError(status: string): boolean {
  return /^[45]/.test(status) || status === 'default';
}
