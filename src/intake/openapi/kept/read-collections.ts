import type { ApiOperation, Collection, Keeping } from '#blueprint';
import { kebabOf, OperationNames } from '../operation-names.ts';
import { keepingOf } from './keeping-of.ts';
import { operationParts } from './operation-parts.ts';
import type { OperationParts } from './operation-parts.ts';
import { recordOf } from './record-of.ts';

type Json = Readonly<Record<string, unknown>>;

/** What operations keep, and why others that look like it can't be served from records. */
export interface Collections {
  readonly collections: readonly Collection[];
  /** By the name of the operation. */
  readonly keeps: ReadonlyMap<string, Keeping>;
  readonly reasons: ReadonlyMap<string, string>;
}

/**
 * Finds paths of which one makes records and those below it, with one parameter, are about a single one. What
 * can't be served exactly as the document says is left to its author, with the reason.
 */
export function readCollections(document: Json, operations: readonly ApiOperation[]): Collections {
  const names = new OperationNames();
  const collections: Collection[] = [];
  const keeps = new Map<string, Keeping>();
  const reasons = new Map<string, string>();
  const byPath = Map.groupBy(operations, ({ path }) => path);
  for (const [path, atPath] of byPath) {
    const single = [...byPath].find(([other]) => isSingle(path, other));
    const post = atPath.find(({ method }) => method === 'post');
    if (!single || !post || path.includes('{')) continue;
    const parameter = /\{([^{}]*)\}$/.exec(single[0])?.[1] ?? '';
    const parts = [...atPath, ...single[1]]
      .map((node) => operationParts(document, node))
      .filter((part) => part !== undefined);
    const record = recordOf(document, path, parameter, parts);
    if (typeof record === 'string') {
      for (const part of parts) reasons.set(part.node.name, record);
      continue;
    }
    const name = names.unique(kebabOf(path.split('/').at(-1) ?? ''));
    const made = parts.map((part) => ({
      part,
      keeping: keepingOf(document, name, record, part, path),
    }));
    for (const { part, keeping } of made) {
      if (typeof keeping === 'string') reasons.set(part.node.name, keeping);
    }
    const create = made.find(({ part }) => part.node === post);
    const kept = made.filter((one): one is Made => typeof one.keeping !== 'string');
    // Without a way to make records, and another to see them, there is nothing to keep.
    if (typeof create?.keeping !== 'object' || kept.length < 2) continue;
    collections.push({
      id: `collection/${name}`,
      label: name.replaceAll('-', ' '),
      origin: 'inferred',
      note: `Callers make records at ${path} and find them again at ${single[0]}.`,
      sources: post.sources,
      name,
      ...record.collection,
    });
    for (const { part, keeping } of kept) keeps.set(part.node.name, keeping);
  }
  return { collections, keeps, reasons };
}

interface Made {
  readonly part: OperationParts;
  readonly keeping: Keeping;
}

/** `/ships/{imo}` is about one of `/ships`. */
function isSingle(collection: string, path: string): boolean {
  return (
    path.startsWith(`${collection}/`) && /^\{[^{}]*\}$/.test(path.slice(collection.length + 1))
  );
}
