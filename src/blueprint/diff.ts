import type { Blueprint } from './blueprint.ts';
import { childProperties, elements } from './elements.ts';
import type { BlueprintElement, ElementKind } from './elements.ts';

/** What became of one node from one blueprint to the next. */
export interface BlueprintChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: ElementKind;
  readonly id: string;
  /** With `changed`: JSON pointers to the node's own properties that differ, such as `/type/values/2`. */
  readonly paths: readonly string[];
}

/**
 * Compares two blueprints node by node, by kind and id: first what is new or changed, in the order of the
 * new one, then what is gone, in the order of the old one. The lines that a node was read from do not
 * count: they move with every edit above them.
 */
export function diffBlueprints(old: Blueprint, next: Blueprint): readonly BlueprintChange[] {
  const before = byKey(old);
  const after = byKey(next);
  const changes: BlueprintChange[] = [];
  for (const [key, element] of after) {
    const was = before.get(key);
    const { kind, node } = element;
    if (!was) changes.push({ change: 'added', kind, id: node.id, paths: [] });
    else {
      const paths = [...ownDifferences(was, element), ...movedChildren(was, element)];
      if (paths.length > 0) changes.push({ change: 'changed', kind, id: node.id, paths });
    }
  }
  for (const [key, { kind, node }] of before) {
    if (!after.has(key)) changes.push({ change: 'removed', kind, id: node.id, paths: [] });
  }
  return changes;
}

function byKey(blueprint: Blueprint): ReadonlyMap<string, BlueprintElement> {
  return new Map(
    elements(blueprint).map((element) => [`${element.kind} ${element.node.id}`, element]),
  );
}

function ownDifferences(old: BlueprintElement, next: BlueprintElement): readonly string[] {
  const skipped = ['sources', ...(childProperties[next.kind] ?? [])];
  const own = ({ node }: BlueprintElement) =>
    Object.fromEntries(Object.entries(node).filter(([name]) => !skipped.includes(name)));
  return differences(own(old), own(next), '');
}

/** The lists whose children that both have stand in another order. */
function movedChildren(old: BlueprintElement, next: BlueprintElement): readonly string[] {
  return (childProperties[next.kind] ?? [])
    .filter((name) => {
      const before = idsIn(old, name);
      const after = idsIn(next, name);
      const kept = new Set(after);
      const known = new Set(before);
      const stayed = before.filter((id) => kept.has(id));
      return after.filter((id) => known.has(id)).some((id, index) => id !== stayed[index]);
    })
    .map((name) => `/${name}`);
}

function idsIn({ node }: BlueprintElement, name: string): readonly string[] {
  const children: unknown = Reflect.get(node, name);
  return Array.isArray(children) ? children.map((child: { id: string }) => child.id) : [];
}

function differences(old: unknown, next: unknown, path: string): readonly string[] {
  if (old === next) return [];
  if (!isObject(old) || !isObject(next) || Array.isArray(old) !== Array.isArray(next))
    return [path];
  const keys = new Set([...Object.keys(old), ...Object.keys(next)]);
  return [...keys].flatMap((key) => differences(old[key], next[key], `${path}/${key}`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
