import type { Block } from '../document/document.ts';
import type { EntityName } from './entity-name.ts';
import { entityName } from './entity-name.ts';
import { objectsOf } from './recognise/managed.ts';
import type { Reading } from './reading.ts';

/** What the heading above a block is about: "Gestion des candidats", "예약 관리" or just "Candidats". */
export function headingEntity(block: Block, reading: Reading): EntityName | undefined {
  const section = reading.document.sections[block.section];
  const heading = reading.document.blocks[section?.block ?? -1];
  if (section === undefined || section.depth === 0 || heading === undefined) return undefined;
  const title = section.title.replace(/^[^:]{1,20}:\s*/, '');
  const managed = objectsOf(title, heading, reading).find(
    ({ strength }) => strength !== 'mentioned',
  );
  return managed?.name ?? entityName(title, reading.vocabulary);
}
