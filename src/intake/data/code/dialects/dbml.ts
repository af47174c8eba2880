import type { Facts } from '../../../declaration/facts.ts';
import { mergeFacts } from '../../../declaration/facts.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from '../code-entity.ts';
import { readEnumBody } from '../enum-body.ts';
import { linesOf, spanOfLine } from '../lines-of.ts';
import { matchingEnd, withoutComments } from '../matching-end.ts';

const head = /(?:^|\n)[ \t]*(Table|Enum)\s+((?:"[^"\n]+"|\w+)(?:\.(?:"[^"\n]+"|\w+))?)[^{\n]*\{/gi;
const column =
  /^\s*("[^"]+"|[\p{L}_]\w*)\s+("[^"]+"|[\p{L}_][\w.]*(?:\([^)]*\))?(?:\[\])?)\s*(?:\[(.*)\])?\s*$/u;
const reference = /(?:^|\n)[ \t]*Ref\b[^:\n]*:\s*([\w."]+)\.(\w+)\s*([<>-])\s*([\w."]+)\.(\w+)/gi;
const bare = (name: string) => (name.split('.').at(-1) ?? name).replace(/"/g, '');

/** DBML, as dbdiagram.io has it: tables, enumerations and references. */
export function readDbml(given: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!/(?:^|\n)[ \t]*Table\s+[\w."]+[^\n{]*\{/i.test(given)) return undefined;
  const text = withoutComments(given, /\/\/[^\n]*/g);
  const entities: (CodeEntity & { fields: CodeField[] })[] = [];
  const enums: CodeEnum[] = [];
  for (const found of text.matchAll(head)) {
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const name = bare(found[2] ?? '');
    const place = { start: found.index, end: close + 1 };
    const body = text.slice(open + 1, close);
    if (/enum/i.test(found[1] ?? '')) {
      const read = readEnumBody(body);
      if (read !== undefined) enums.push({ name, ...read, ...place });
    } else entities.push({ name, table: true, ...columnsOf(body, open + 1, vocabulary), ...place });
  }
  for (const [, left = '', from = '', arrow, right = '', to = ''] of text.matchAll(reference)) {
    const [table, key, target] = arrow === '<' ? [right, to, left] : [left, from, right];
    const field = entities
      .find(({ name }) => name === bare(table))
      ?.fields.find(({ name }) => name === key);
    if (field !== undefined) Object.assign(field.facts, { type: referenceTo(bare(target)) });
  }
  return { entities: entities.filter(({ fields }) => fields.length > 0), enums };
}

const referenceTo = (to: string) => ({ kind: 'reference', to, cardinality: 'one' }) as const;

function columnsOf(body: string, offset: number, vocabulary: Vocabulary) {
  const fields: CodeField[] = [];
  const keys: string[][] = [];
  let inIndexes = false;
  for (const line of linesOf(body, offset)) {
    if (/^\s*indexes\s*\{/i.test(line.text)) inIndexes = true;
    const unique = inIndexes
      ? /\(([^)]+)\)\s*\[[^\]]*(?:unique|pk)/i.exec(line.text)?.[1]
      : undefined;
    if (unique !== undefined) keys.push(unique.split(',').map((name) => name.trim()));
    const found = inIndexes ? null : column.exec(line.text);
    if (/^\s*\}/.test(line.text)) inIndexes = false;
    if (found === null || /^note$/i.test(found[1] ?? '')) continue;
    const [, name = '', type = '', settings = ''] = found;
    const facts = mergeFacts(typeOf(bare(type), vocabulary), settingsOf(settings));
    fields.push({ name: bare(name), facts, ...spanOfLine(line) });
  }
  return { fields, keys };
}

function typeOf(type: string, vocabulary: Vocabulary): Facts {
  return codeType(type, vocabulary) ?? { unknownType: type };
}

function settingsOf(settings: string): Facts {
  const facts: Facts = {};
  if (/\bpk\b|primary key/i.test(settings)) facts.key = true;
  if (/\bunique\b/i.test(settings)) facts.unique = true;
  if (/\bnot null\b/i.test(settings)) facts.required = true;
  const to = /\bref\s*:\s*[<>-]\s*([\w."]+)\.\w+/i.exec(settings)?.[1];
  if (to !== undefined) facts.type = referenceTo(bare(to));
  const given = /\bdefault\s*:\s*('[^']*'|"[^"]*"|[\w.-]+)/i.exec(settings)?.[1];
  if (given !== undefined && !/^null$/i.test(given))
    facts.default = given.replace(/^['"]|['"]$/g, '');
  const note = /\bnote\s*:\s*'([^']*)'/i.exec(settings)?.[1];
  if (note !== undefined) facts.description = note;
  return facts;
}
