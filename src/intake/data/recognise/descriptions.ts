import type { Claim } from '../claim.ts';
import { declaredName } from '../certain-name.ts';
import type { Recogniser } from '../reading.ts';

/** The paragraph right below an entity's heading in a data section says what the entity is. */
export const descriptions: Recogniser = (reading) => {
  const claims: Claim[] = [];
  const { document, kinds } = reading;
  for (const section of document.sections) {
    const block = document.blocks[section.block + 1];
    if (
      section.depth === 0 ||
      block?.kind !== 'paragraph' ||
      block.section !== section.index ||
      kinds[section.index] !== 'data'
    )
      continue;
    if (/[:：]\s*$/.test(block.text) || block.text.length > 600) continue;
    const name = declaredName(section, reading, false);
    if (name === undefined) continue;
    claims.push({
      kind: 'entity',
      name: name.name,
      evidence: 'mentioned',
      description: block.text.replace(/\s*\n\s*/g, ' ').replace(/^description\s*[:–-]\s*/i, ''),
      source: block.span,
      section: section.index,
    });
  }
  return claims;
};
