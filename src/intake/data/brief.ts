import type { Document } from '../document/document.ts';

/**
 * A sentence or two instead of a document: every word counts, so that "Manage tasks" is enough to mean
 * that tasks are kept.
 */
export function isBrief(document: Document): boolean {
  if (document.blocks.length > 3 || document.blocks.some((block) => block.kind !== 'paragraph'))
    return false;
  return document.blocks.reduce((words, block) => words + block.text.split(/\s+/).length, 0) <= 80;
}
