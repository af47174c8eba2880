import type { Node } from '#blueprint';
import { sourceOf } from './source-text.ts';

/** Where the requirements say it, behind a title: ` (workshop.md:42)`; empty for what nobody said. */
export function cited(node: Pick<Node, 'sources'>): string {
  const source = sourceOf(node);
  return source === '' ? '' : ` (${source})`;
}
