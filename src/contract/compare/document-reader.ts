import { isObject, objectOf, own, textOf } from './json.ts';
import type { JsonObject } from './json.ts';

/** A part of a document, and the JSON pointer to it. */
export interface Located {
  readonly node: JsonObject;
  readonly pointer: string;
  /** The reference that led here, if it could not be followed. */
  readonly unresolved?: string;
}

/** References to references end here: longer chains are circles. */
const MAX_HOPS = 50;

/** Reads parts of one document, following its own references. */
export class DocumentReader {
  readonly root: JsonObject;
  /** References with siblings, as one schema each: a node has to be the same whenever it is met. */
  readonly #combined = new Map<JsonObject, Located>();

  constructor(document: unknown) {
    this.root = objectOf(document);
  }

  /** The part at `pointer`, with references followed; without properties if there is none. */
  at(value: unknown, pointer: string): Located {
    let node = objectOf(value);
    let where = pointer;
    for (let hops = 0; hops < MAX_HOPS; hops += 1) {
      const reference = textOf(own(node, '$ref'));
      if (reference === undefined) return { node, pointer: where };
      const target = reference.startsWith('#/') ? this.#lookup(reference.slice(1)) : undefined;
      if (!isObject(target)) return { node: {}, pointer: where, unresolved: reference };
      const siblings = meaningfulSiblings(node);
      if (siblings)
        return this.#combine(node, { ...siblings, allOf: [{ $ref: reference }] }, where);
      node = target;
      where = reference.slice(1);
    }
    return { node: {}, pointer, unresolved: pointer };
  }

  /** A child, with references followed. */
  child(parent: Located, key: string): Located {
    return this.at(own(parent.node, key), `${parent.pointer}/${escaped(key)}`);
  }

  /** In 3.1 keywords beside a reference count too. */
  #combine(node: JsonObject, combined: JsonObject, pointer: string): Located {
    const known = this.#combined.get(node) ?? { node: combined, pointer };
    this.#combined.set(node, known);
    return known;
  }

  #lookup(pointer: string): unknown {
    let node: unknown = this.root;
    for (const part of pointer.split('/').slice(1)) {
      const key = unescaped(part);
      if (Array.isArray(node)) node = (node as unknown[])[Number(key)];
      else if (isObject(node)) node = own(node, key);
      else return undefined;
    }
    return node;
  }
}

/** A key as it stands in a JSON pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescaped(part: string): string {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // Not percent-encoded: taken as it is.
  }
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

const annotations = new Set([
  '$ref',
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'deprecated',
]);

/** What stands beside a reference and says something about values; undefined if nothing does. */
function meaningfulSiblings(node: JsonObject): JsonObject | undefined {
  const rest = Object.entries(node).filter(
    ([key]) => !annotations.has(key) && !key.startsWith('x-'),
  );
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}
