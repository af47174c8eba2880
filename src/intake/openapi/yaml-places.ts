import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { Lines } from './places.ts';
import type { Places } from './places.ts';

/** Where the parts of a YAML document stand. */
export function yamlPlaces(name: string, text: string, yaml: Document): Places {
  const lines = new Lines(name, text);
  return {
    at(path) {
      let node: unknown = yaml.contents;
      let range: readonly number[] | undefined;
      for (const segment of path) {
        if (isAlias(node)) node = node.resolve(yaml);
        const next = childOf(node, segment);
        if (!next) break;
        range = next.range ?? range;
        node = next.node;
      }
      return lines.span(range?.[0] ?? 0, range?.[1]);
    },
  };
}

interface Child {
  readonly node: unknown;
  readonly range: readonly number[] | undefined | null;
}

function childOf(node: unknown, segment: string): Child | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => textOf(item.key) === segment);
    return pair && { node: pair.value, range: (pair.key as Node).range };
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(segment)] as Node | undefined;
  return item && { node: item, range: item.range };
}

const textOf = (key: unknown) => (isScalar(key) ? String(key.value) : undefined);
