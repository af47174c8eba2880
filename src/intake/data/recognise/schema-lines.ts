import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { foldText } from '../../words/fold.ts';
import { wordsOf } from '../../words/stem.ts';
import { isBelievable } from '../believable.ts';
import type { Claim } from '../claim.ts';
import { entityName } from '../entity-name.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { fieldClaim } from './described-fields.ts';

const MOST = 4000;

/** "LeaveRequest schema:", "`orders` table (SQLite):", "Fields of Member:" */
const label =
  /^\s*(?:(?<front>[^:：\n.]{2,40}?)\s+(?:schema|model|table|collection|document|entity|record|fields|columns|attributes|tabla|tabela|tabelle|colecci[oó]n|modelo|esquema|campos|felder|champs|campi|スキーマ|テーブル|表结构|스키마|테이블)|(?:fields|columns|attributes|schema) (?:of|for) (?:an? |the )?(?<behind>[^:：\n.]{2,40}?))(?:\s*\([^()]{0,60}\))?\s*[:：]\s*/iu;

/** What is sent or set, and no record: "Request fields:", "Search fields:". */
const asked =
  /^(?:(?:api|http|json|query|search|filter|sort|form|body|path|header|error|log) ?)*(?:requests?|queries|query|search(?:es)?|filters?|sort|inputs?|outputs?|configs?|configuration|settings|errors?|params?|parameters?|headers?|mapping|api|json|form|body|path|log)$/u;

/** A name as code has it: `startDate`, `start_date`. */
const identifier = /^[\p{Ll}_][\p{L}\p{N}]*(?:_[\p{L}\p{N}]+)*$/u;

/**
 * A point that shows one record as a list of names in code: "**Stay schema**: `stayId`, `startDate`, `status`
 * (`pending` | `approved`). Written by the backend.", in whatever section. What follows the list is a remark.
 */
export const schemaLines: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    (block.kind === 'item' || block.kind === 'paragraph') &&
    block.text.length <= MOST &&
    isBelievable(reading.kinds[block.section])
      ? recordIn(block, reading)
      : [],
  );

function recordIn(block: Block, { vocabulary }: Reading): readonly Claim[] {
  const found = label.exec(block.text);
  const written = (found?.groups?.['front'] ?? found?.groups?.['behind'] ?? '').trim();
  const entity = written === '' ? undefined : entityName(written, vocabulary, true);
  if (found === null || entity === undefined || asked.test(foldText(entity.name))) return [];
  const start = found[0].length;
  const end = listEnd(block.text, start);
  // "doc ID = `memberId`" is that field.
  const parts = splitList(block.text.slice(start, end), vocabulary).map((part) => {
    const skipped = /^[^=(]{1,20}=\s*/.exec(part.text)?.[0].length ?? 0;
    return { text: part.text.slice(skipped), start: part.start + skipped };
  });
  const isCode = (at: number) =>
    block.marks.some((mark) => mark.kind === 'code' && mark.start <= at && mark.end > at);
  const named = parts.filter(({ text, start: at }) => {
    const [name = ''] = text.split(/[\s(:]/u);
    return isCode(start + at) || (identifier.test(name) && /[_\p{Lu}]/u.test(name));
  });
  if (named.length < 2 || named.length < parts.length * 0.7) return [];
  const own = foldText([...wordsOf(entity.name), 'id'].join(''));
  const shape = { source: block.span, section: block.section };
  return [
    { kind: 'entity', name: entity.name, also: entity.also, evidence: 'schema', ...shape },
    ...named.flatMap(({ text }): Claim[] => {
      const field = readField(text, vocabulary);
      // The key that a record has anyway.
      if (field === undefined || foldText(wordsOf(field.name).join('')) === own) return [];
      return [fieldClaim(entity.name, { ...field, declared: true }, 'schema', shape)];
    }),
  ];
}

/** Where the list ends: at a full stop that stands in no brackets and before another sentence. */
function listEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      (char === '.' || char === '。') &&
      /^\s*$|^\s+\P{Ll}/u.test(text.slice(at + 1, at + 4))
    )
      return at;
  }
  return text.length;
}
