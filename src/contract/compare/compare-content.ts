import { compareSchemas } from './compare-schema.ts';
import type { Comparison } from './comparison.ts';
import type { Direction } from './contract-change.ts';
import { escaped } from './document-reader.ts';
import type { Located } from './document-reader.ts';
import { isObject, own } from './json.ts';

/** Two bodies, or two answers, that stand for each other. */
export interface ContentPair {
  readonly comparison: Comparison;
  readonly operation: string;
  readonly direction: Direction;
  readonly old: Located;
  readonly next: Located;
}

/** Compares the content types of two bodies, and the schemas of those that both have. */
export function compareContent({ comparison, operation, direction, old, next }: ContentPair): void {
  const before = comparison.old.child(old, 'content');
  const after = comparison.next.child(next, 'content');
  for (const type of Object.keys(before.node)) {
    if (isObject(own(after.node, type))) {
      const schemas = [
        comparison.old.child(comparison.old.child(before, type), 'schema'),
        comparison.next.child(comparison.next.child(after, type), 'schema'),
      ] as const;
      compareSchemas({ comparison, direction, operation, depth: 0 }, ...schemas);
      continue;
    }
    const place = { pointer: `${before.pointer}/${escaped(type)}`, operation };
    const why =
      direction === 'request'
        ? `Content type ${type} is gone: those who send it are refused.`
        : `Content type ${type} is gone: those who read answers in it get none.`;
    comparison.breaking('content-type-removed', place, why);
  }
  for (const type of Object.keys(after.node)) {
    if (isObject(own(before.node, type))) continue;
    const place = { pointer: `${after.pointer}/${escaped(type)}`, operation };
    comparison.compatible(
      'content-type-added',
      place,
      `Content type ${type} is new: it is there for those who ask for it.`,
    );
  }
}
