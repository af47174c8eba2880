import type { Node } from '#blueprint';
import { commentText, sourceOf } from '../../shared/text/source-text.ts';

/** `/** Auftrag (workshop.md:30). *\/` */
export function docComment(text: string, node: Pick<Node, 'sources'>): string {
  const source = sourceOf(node);
  const words = commentText(text).replace(/\.$/, '');
  return `/** ${words}${source && ` (${source})`}. */\n`;
}
