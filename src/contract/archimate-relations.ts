import type { BlueprintElement } from '#blueprint';

/** A relationship of ArchiMate 3.2 between two elements. */
export interface Relation {
  readonly type: 'Composition' | 'Access' | 'Assignment' | 'Association';
  readonly from: BlueprintElement;
  readonly to: BlueprintElement;
}

/**
 * The relationships between the elements of a blueprint: what holds what, who does what, what is about what.
 * An association is allowed between any two elements; the others only where ArchiMate's tables say so.
 */
export function relationsOf(elements: readonly BlueprintElement[]): readonly Relation[] {
  const entities = byName(elements, 'entity', ({ id }) => id);
  const roles = byName(elements, 'role', (node) => ('name' in node ? node.name : node.id));
  return elements.flatMap((element) => {
    const { parent } = element;
    const held = parent ? [{ type: holding(parent, element), from: parent, to: element }] : [];
    const actors = roleNames(element).flatMap((name) => roles.get(name) ?? []);
    const type = element.kind === 'step' ? ('Assignment' as const) : ('Association' as const);
    return [
      ...held,
      ...actors.map((from) => ({ type, from, to: element })),
      ...entityIds(element)
        .flatMap((id) => entities.get(id) ?? [])
        .map((to) => ({ type: 'Association' as const, from: element, to })),
    ];
  });
}

/** A grouping composes anything; else only like composes like, and components access data. */
function holding(parent: BlueprintElement, child: BlueprintElement): Relation['type'] {
  if (parent.kind === 'system' || parent.archimate === child.archimate) return 'Composition';
  return parent.kind === 'service' && child.kind === 'entity' ? 'Access' : 'Association';
}

function roleNames(element: BlueprintElement): readonly string[] {
  switch (element.kind) {
    case 'permission':
      return [element.node.role];
    case 'story':
    case 'step':
      return element.node.role === undefined ? [] : [element.node.role];
    case 'transition':
      return element.node.roles;
    default:
      return [];
  }
}

function entityIds(element: BlueprintElement): readonly string[] {
  switch (element.kind) {
    case 'field':
      return element.node.type.kind === 'reference' ? [element.node.type.entity] : [];
    case 'event':
    case 'permission':
      return [element.node.entity];
    case 'story':
    case 'step':
      return element.node.entities;
    default:
      return [];
  }
}

function byName(
  elements: readonly BlueprintElement[],
  kind: BlueprintElement['kind'],
  nameOf: (node: BlueprintElement['node']) => string,
): ReadonlyMap<string, BlueprintElement> {
  const found = elements.filter((element) => element.kind === kind);
  return new Map(found.map((element) => [nameOf(element.node), element]));
}
