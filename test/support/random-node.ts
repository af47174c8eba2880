import { sentenceCase } from '#blueprint';
import type { FieldType, Node } from '#blueprint';
import type { Random } from '../../src/verify/fuzz/random.ts';

/** What every node has. */
export function node(id: string): Node {
  return {
    id,
    label: sentenceCase(id.slice(id.lastIndexOf('/') + 1)),
    origin: 'stated',
    sources: [{ document: 'random.md', line: 1, column: 1, endLine: 1, endColumn: 9 }],
  };
}

/** An enumeration whose labels are its values. */
export function enumOf(values: readonly string[]): FieldType {
  return { kind: 'enum', values: values.map((value) => ({ value, label: value })) };
}

/** The same items in another order. */
export function shuffled<T>(random: Random, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, rank: random.below(1_000_000) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
