import type { Node } from '#blueprint';

/** Words of the requirements, safe inside of a comment: one line, bounded, and no end of it. */
export function commentText(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.replaceAll('*/', '* /').slice(0, 300);
}

/** Where a node was read, such as `workshop.md:30`; empty for what was not stated. */
export function sourceOf({ sources }: Pick<Node, 'sources'>): string {
  const [first] = sources;
  return first ? commentText(`${first.document}:${first.line}`) : '';
}
