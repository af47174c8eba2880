import type { Blueprint } from './blueprint.ts';
import { elements } from './elements.ts';
import type { BlueprintElement } from './elements.ts';

/**
 * Every element that the requirements do not state, in the order of the blueprint; the node has a note and sources.
 * An open question assumes nothing, so it is not among them.
 */
export function assumptions(blueprint: Blueprint): readonly BlueprintElement[] {
  return elements(blueprint).filter(
    ({ kind, node }) => kind !== 'question' && node.origin !== 'stated',
  );
}
