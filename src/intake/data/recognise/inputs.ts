import { readField } from '../../declaration/read-field.ts';
import { splitList } from '../../declaration/split-list.ts';
import type { Block } from '../../document/document.ts';
import { isAboutService } from '../believable.ts';
import type { Claim } from '../claim.ts';
import type { Reading, Recogniser } from '../reading.ts';
import { objectsOf } from './managed.ts';

const inputs =
  /^(?:inputs?|input (?:data|fields)|required (?:data|fields)|entradas?|datos de entrada|dados de entrada|entrées?|données d'entrée|masukan|data masukan|eingaben?|eingabedaten|dati(?: di input)?|входные данные|ввод|入力(?:項目|データ)?|输入(?:项|数据)?|입력(?: ?항목| ?값)?)\s*[:：]\s*(.+)$/isu;

/** "**Inputs:** store name, category, country" below "Create store" or "Doctor profile management". */
export const inputLists: Recogniser = (reading) =>
  reading.document.blocks.flatMap((block) =>
    (block.kind === 'item' || block.kind === 'paragraph') &&
    isAboutService(reading.kinds[block.section])
      ? claimsOf(block, reading)
      : [],
  );

function claimsOf(block: Block, reading: Reading): readonly Claim[] {
  const list = inputs.exec(block.text.trim())?.[1];
  const title = reading.document.sections[block.section];
  const heading = reading.document.blocks[title?.block ?? -1];
  if (list === undefined || title === undefined || heading === undefined) return [];
  const made = (text: string, of: Block) =>
    objectsOf(text, of, reading).find(({ strength }) => strength !== 'mentioned')?.name;
  // Below "FR-4: Add a breed: …" among other functions the inputs are a breed's.
  const above = reading.document.blocks[block.parent];
  const name =
    (above?.kind === 'item' ? made(above.text, above) : undefined) ??
    made(title.title.replace(/^[^:]{1,20}:\s*/, ''), heading);
  const parts = splitList(list.replace(/\s*\n\s*/g, ' '), reading.vocabulary);
  const fields = parts
    .map((part) => readField(part.text, reading.vocabulary))
    .filter((field) => field !== undefined && field.name.split(/\s+/).length <= 3);
  if (name === undefined || parts.length < 2 || fields.length < parts.length * 0.7) return [];
  const shape = { source: block.span, section: block.section };
  return [
    { kind: 'entity', name: name.name, evidence: 'described', ...shape },
    ...fields.flatMap((field): Claim[] =>
      field === undefined
        ? []
        : [
            {
              kind: 'field',
              entity: name.name,
              name: field.name,
              facts: field.facts,
              declared: false,
              evidence: 'described',
              ...shape,
            },
          ],
    ),
  ];
}
