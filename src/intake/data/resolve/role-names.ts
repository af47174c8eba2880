import { foldText } from '../../words/fold.ts';
import { entityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';

/** What the sections about roles call the people: headings, first cells, and what stands before a colon. */
export function roleNames({ document, kinds, vocabulary }: Reading): readonly string[] {
  const names: string[] = [];
  for (const section of document.sections) {
    if (kinds[section.parent] === 'roles' && section.depth > 1) names.push(section.title);
  }
  for (const block of document.blocks) {
    if (kinds[block.section] !== 'roles') continue;
    if (block.kind === 'row') names.push(block.cells[0]?.text ?? '');
    if (block.kind === 'item')
      names.push(/^([^:：–—-]{2,30})\s*(?:[:：]|\s[-–—]\s|$)/u.exec(block.text)?.[1] ?? '');
  }
  return [
    ...new Set(
      names
        .map((name) => entityName(name, vocabulary, true)?.name ?? '')
        .filter((name) => foldText(name) !== ''),
    ),
  ];
}
