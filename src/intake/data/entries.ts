import type { Document } from '../document/document.ts';
import { remembered } from '../remembered.ts';
import type { Claim } from './claim.ts';
import { entityName } from './entity-name.ts';
import type { Reading } from './reading.ts';

/** "Each entry records who did it": an entry of what is said before. */
const entry = /^(?:log )?(?:entry|entries|record|row)$/i;

/** "Audit log entries", "inspection records", "the visitor log". */
const named =
  /(?:^|[^\p{L}-])(?:(?:an?|the|all|new|every|each) )?(?:(?<of>(?:\p{Ll}[\p{L}-]+ ){1,2}|\p{Lu}[\p{L}-]+ (?:\p{L}[\p{L}-]+ )?)(?:entries|entry|records)|(?<log>\p{L}[\p{L}-]+ (?:log|journal|register|ledger)))(?!\p{L})/u;

/** How far above the record may have been named. */
const BLOCKS = 3;

/** Claims about an "entry", with the name of what it is an entry of where the lines before it or its heading say so. */
export function withEntriesNamed(claims: readonly Claim[], reading: Reading): readonly Claim[] {
  return claims.map((claim) => {
    if (claim.kind === 'entity' && entry.test(claim.name)) {
      const name = nameAbove(claim, reading);
      return name === undefined ? claim : { ...claim, name };
    }
    if (claim.kind === 'field' && entry.test(claim.entity)) {
      const entity = nameAbove(claim, reading);
      return entity === undefined ? claim : { ...claim, entity };
    }
    return claim;
  });
}

function nameAbove({ source, section }: Claim, reading: Reading): string | undefined {
  const { blocks, sections } = reading.document;
  const at = indexes(reading.document).get(source.line) ?? 0;
  const above = blocks
    .slice(Math.max(0, at - BLOCKS), at + 1)
    .filter((block) => block.section === section && block.kind !== 'code')
    .toReversed();
  const title = sections[section]?.title ?? '';
  for (const text of [...above.map((block) => block.text.slice(0, 300)), title]) {
    const { of, log } = named.exec(text)?.groups ?? {};
    const name = entityName((of ?? log ?? '').trim(), reading.vocabulary, true);
    if (name !== undefined && !entry.test(name.name)) return name.name;
  }
  return undefined;
}

/** The index of the block on each line. */
const indexes = remembered(({ blocks }: Document): ReadonlyMap<number, number> => {
  const all = new Map<number, number>();
  for (const { index, span } of blocks)
    for (let line = span.line; line <= Math.min(span.endLine, span.line + 50); line += 1)
      all.set(line, index);
  return all;
});
