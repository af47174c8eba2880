import type { BlueprintElement, Service } from '#blueprint';

/** The elements of a service, and those of the system that belong to no other service. */
export function serviceElements(
  all: readonly BlueprintElement[],
  service: Service,
): readonly BlueprintElement[] {
  const isForeign = (element: BlueprintElement): boolean =>
    (element.kind === 'service' && element.node.id !== service.id) ||
    (element.parent !== undefined && isForeign(element.parent));
  return all.filter((element) => !isForeign(element));
}
