import { spanIn } from '../../document/span-in.ts';
import type { Block } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { readAll } from './value-lists.ts';

/** What such a list is called: "Key state models:", "Statuses", "Estados", "Zustände". */
const title =
  /^(?:the |key |main |possible |allowed |all )*(?:(?:record|entity|object|order|lifecycle) )?(?:states?(?: models?| machines?| values?)?|status(?:es)?(?: values?| models?| lists?)?|life ?cycles?(?: states?)?|zustande?|statuswerte|estados(?: posibles| possiveis)?|etats|statuts|stati|statussen|状態(?:一覧)?|ステータス(?:一覧)?|状态|상태)\s*[:：]?$/u;

/** A line for each thing below "States:": `Order: new, packed, shipped`. */
export const stateLines: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block): readonly Claim[] => {
    if (block.kind !== 'item' || !isBelievable(reading.kinds[block.section])) return [];
    if (block.text.length > 300 || !isBelowStates(block, reading)) return [];
    const found = /^([\p{L}][\p{L}\p{N}_ -]{1,40}?)\s*(?:[:：]|\s[–—-]\s)\s*([^:：]+)$/u.exec(
      block.text.replace(/\.$/, ''),
    );
    const name = found === null ? undefined : entityName(found[1] ?? '', reading.vocabulary, true);
    const values = found === null ? undefined : readAll(found[2] ?? '', reading);
    if (name === undefined || values === undefined) return [];
    return [
      {
        kind: 'field',
        entity: name.name,
        name: 'status',
        facts: { values },
        declared: false,
        evidence: 'mentioned',
        source: spanIn(reading.document, block, 0, block.text.length),
        section: block.section,
      },
    ];
  });

function isBelowStates(
  { lead, section }: Extract<Block, { kind: 'item' }>,
  reading: Reading,
): boolean {
  const { blocks, sections } = reading.document;
  return [blocks[lead]?.text, sections[section]?.title].some(
    (text) => text !== undefined && text.length < 60 && title.test(foldText(text).trim()),
  );
}
