import type { XmlElement } from '../xml/tree.ts';
import { noNamespaces, within } from '../xml/namespaces.ts';
import { uris } from './namespaces.ts';

/** What of the model BPMN has no attribute for: written with our namespace, by these names. */
export const ownNames = [
  'key',
  'decision',
  'result',
  'chosenBy',
  'until',
  'of',
  'item',
  'collect',
  'value',
  'blueprint',
] as const;
export type OwnName = (typeof ownNames)[number];

/** The prefix that documents have to use for our namespace: attributes are looked up by their written name. */
export const ownPrefix = 'microforge';

/** An attribute of ours. */
export function ours(element: XmlElement, name: OwnName): string | undefined {
  return element.attributes.get(`${ownPrefix}:${name}`);
}

/** True if the document uses our prefix for something else. */
export function hasForeignPrefix(root: XmlElement): boolean {
  const uri = within(noNamespaces, root.attributes).get(ownPrefix);
  return uri !== undefined && uri !== uris.microforge;
}
