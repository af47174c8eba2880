import { mergeFacts } from '../../../declaration/facts.ts';
import { readDetails } from '../../../declaration/read-details.ts';
import { readValues } from '../../../declaration/read-values.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeField, CodeReading } from '../code-entity.ts';
import { readErRelations } from '../er-relations.ts';
import { linesOf, spanOfLine } from '../lines-of.ts';

const head = /^\s*"?([\p{L}_][\p{L}\p{N}_ -]{0,60}?)"?(?:\s*\["?([^\]"]+)"?\])?\s*\{\s*$/u;
const attribute =
  /^\s*([\p{L}_][\w()[\]<>,.-]*)\s+([\p{L}_*][\p{L}\p{N}_-]*)\s*((?:(?:PK|FK|UK)\s*,?\s*)*)(?:"([^"]*)")?\s*$/u;

/** Mermaid's `erDiagram`: `type name PK, FK "remark"`, one attribute a line. */
export function readEntityDiagram(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!/(?:^|\n)\s*erDiagram\b/.test(text)) return undefined;
  const entities: (CodeEntity & { fields: CodeField[] })[] = [];
  let open = false;
  for (const line of linesOf(text)) {
    const name = open ? undefined : head.exec(line.text);
    if (name !== null && name !== undefined) {
      entities.push({ name: name[2] ?? name[1], fields: [], keys: [], ...spanOfLine(line) });
      open = true;
    } else if (/^\s*\}/.test(line.text)) open = false;
    else if (open) {
      const found = attribute.exec(line.text);
      if (found === null) continue;
      const [, type = '', called = '', keys = '', remark] = found;
      entities.at(-1)?.fields.push({
        name: called.replace('*', ''),
        facts: factsOf(type, keys, remark?.trim(), vocabulary),
        ...spanOfLine(line),
      });
    }
  }
  return { entities, enums: [], relations: readErRelations(text) };
}

function factsOf(type: string, keys: string, remark: string | undefined, vocabulary: Vocabulary) {
  let facts = { ...(codeType(type, vocabulary) ?? { unknownType: type }) };
  if (/\bPK\b/.test(keys)) facts.key = true;
  if (/\bUK\b/.test(keys)) facts.unique = true;
  if (/\bFK\b/.test(keys)) facts.type = { kind: 'reference', to: undefined, cardinality: 'one' };
  if (remark === undefined || remark === '') return facts;
  facts = mergeFacts(readDetails(remark, vocabulary), facts);
  if (/^not null$/i.test(remark)) facts.required = true;
  // "booked, cancelled, done": words in a row are the values of a text, a sentence is not.
  const values =
    facts.type?.kind === 'string' || facts.type?.kind === 'enum' ? readValues(remark) : undefined;
  if (facts.values === undefined && values?.every(({ value }) => /^[\p{L}\p{N}_-]+$/u.test(value)))
    facts.values = values;
  facts.description = remark;
  return facts;
}
