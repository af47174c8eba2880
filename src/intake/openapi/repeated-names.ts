import { isMap, isScalar, visit } from 'yaml';
import type { Document, Node, Pair } from 'yaml';

/** A name that a YAML map gives twice: the place in the text of the second one. */
export interface RepeatedName {
  readonly name: string;
  readonly offset: number;
}

/** What is below these is named by the user: an `example` there is no example. */
const NAMED = new Set(['properties', 'patternProperties', 'schemas', '$defs', 'definitions']);

/** Names given twice inside of examples. Losing one of them loses nothing that a service does. */
export function repeatedInExamples(document: Document): readonly RepeatedName[] {
  const repeated: RepeatedName[] = [];
  visit(document, {
    Map(_, map, path) {
      if (!isInExample(path)) return;
      const names = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (names.has(name)) repeated.push({ name, offset: key.range?.[0] ?? 0 });
        names.add(name);
      }
    },
  });
  return repeated;
}

function isInExample(path: readonly (Document | Node | Pair)[]): boolean {
  const keys = path.flatMap((node) =>
    'key' in node && isScalar(node.key) && !isMap(node) ? [String(node.key.value)] : [],
  );
  return keys.some(
    (key, index) => (key === 'example' || key === 'examples') && !NAMED.has(keys[index - 1] ?? ''),
  );
}
