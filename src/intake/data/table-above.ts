import type { Section } from '../document/document.ts';
import type { EntityName } from './entity-name.ts';
import { namedTable } from './introduced-entity.ts';
import type { Reading } from './reading.ts';

/** The one table that a line says before the sub-section begins: "Table: boats" above "Fields". */
export function tableAbove(
  { block, parent }: Section,
  { document, vocabulary }: Reading,
): EntityName | undefined {
  const from = document.sections[parent]?.block ?? -1;
  const names = document.blocks
    .slice(from + 1, block)
    .filter(({ kind, section }) => section === parent && (kind === 'paragraph' || kind === 'item'))
    .flatMap(({ text }) => text.split('\n').map((line) => namedTable(line, vocabulary)))
    .filter((name) => name !== undefined);
  return names.length === 1 ? names[0] : undefined;
}
