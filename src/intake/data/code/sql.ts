import type { Facts } from '../../declaration/facts.ts';
import { mergeFacts } from '../../declaration/facts.ts';
import { readType } from '../../declaration/read-type.ts';
import { readValues } from '../../declaration/read-values.ts';
import { splitOutside } from '../../declaration/split-list.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeField } from './code-entity.ts';
import { matchingEnd, withoutComments } from './matching-end.ts';

/** In quotes a name may have spaces: `"Group By"`. */
const identifier = '(?:[`"\\[][\\p{L}_][\\p{L}\\p{N}_$ -]{0,60}[`"\\]]|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const table = new RegExp(
  `(?:create\\s+(?:temporary\\s+|temp\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?|(?:^|\\n|;)[ \\t]*(?:table\\s+)?)((?:${identifier}\\.)?${identifier})\\s*\\(`,
  'giu',
);

/** `CREATE TABLE orders (…)`, and the same without the first two words. */
export function readSql(given: string, vocabulary: Vocabulary): readonly CodeEntity[] {
  const text = withoutComments(given, /--[^\n]*|(?<=\s|^)#[^\n]*/g);
  const entities: CodeEntity[] = [];
  for (const found of text.matchAll(table)) {
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const body = text.slice(open + 1, close);
    const isCreate = /create/i.test(found[0]);
    const entity = readTable(unquoted(found[1] ?? ''), body, open + 1, vocabulary);
    if (entity.fields.length === 0 || (!isCreate && !looksLikeColumns(body))) continue;
    if (!isCreate && noTable.test(found[1] ?? '')) continue;
    entities.push({ ...entity, table: isCreate, start: found.index, end: close + 1 });
  }
  return entities;
}

/** `CHECK (…)` below columns, and functions: `getFreeSlots(serviceId, date)`. */
const noTable =
  /^(?:check|(?:unique_?)?index|unique|primary|foreign|key|constraint|values|references)$|^(?:CHECK|INDEX|UNIQUE|PRIMARY|FOREIGN|KEY|CONSTRAINT|VALUES|REFERENCES)$|^(?:get|set|create|update|delete|fetch|list|find|send|is|has|run|compute|calculate)[A-Z]/;

/** Without "create table" the brackets must hold SQL types. */
function looksLikeColumns(body: string): boolean {
  return /\b(?:serial|int(?:eger)?|bigint|varchar|text|uuid|boolean|timestamp\w*|date|decimal|numeric|float|char|primary key|not null)\b/i.test(
    body,
  );
}

function readTable(name: string, body: string, offset: number, vocabulary: Vocabulary): CodeEntity {
  const fields: CodeField[] = [];
  const keys: string[][] = [];
  const add = new Map<string, Facts>();
  for (const part of splitOutside(body, (char) => char === ',')) {
    const line = part.text.replace(/\s+/g, ' ').trim();
    const start = offset + part.start + part.text.length - part.text.trimStart().length;
    const span = { start, end: offset + part.start + part.text.trimEnd().length };
    const constraint =
      /^(?:constraint \S+ )?(primary key|unique(?: key| index)?|foreign key|check|key|index|exclude)\b(.*)$/i.exec(
        line,
      );
    if (constraint !== null) {
      readConstraint(constraint[1]?.toLowerCase() ?? '', constraint[2] ?? '', keys, add);
      continue;
    }
    const column = new RegExp(`^(${identifier})(?:\\s+(.*))?$`, 'u').exec(line);
    if (column !== null)
      fields.push({
        name: unquoted(column[1] ?? ''),
        facts: readColumn(column[2] ?? '', vocabulary),
        ...span,
      });
  }
  const merged = fields.map((field) => ({
    ...field,
    facts: mergeFacts(field.facts, add.get(field.name) ?? {}),
  }));
  return { name, fields: merged, keys, start: 0, end: 0 };
}

function readConstraint(
  kind: string,
  rest: string,
  keys: string[][],
  add: Map<string, Facts>,
): void {
  const columns = (/\(([^)]*)\)/.exec(rest)?.[1] ?? '')
    .split(',')
    .map((column) => unquoted(/^(?:[`"[][^`"\]]*[`"\]]|\S+)/.exec(column.trim())?.[0] ?? ''));
  const [first] = columns;
  if (first === undefined || first === '') return;
  if (kind.startsWith('unique')) {
    if (columns.length > 1) keys.push(columns);
    else add.set(first, { ...add.get(first), unique: true });
  } else if (kind === 'primary key') {
    if (columns.length > 1) keys.push(columns);
    else add.set(first, { ...add.get(first), key: true });
  } else if (kind === 'foreign key') add.set(first, { ...add.get(first), ...references(rest) });
  else if (kind === 'check') {
    const found = /^\s*\(\s*[`"]?(\w+)[`"]?\s+in\s*(\([^)]*\))/i.exec(rest);
    const values = found === null ? undefined : readValues(found[2] ?? '');
    if (found !== null && values !== undefined)
      add.set(found[1] ?? '', { ...add.get(found[1] ?? ''), values });
  }
}

function readColumn(text: string, vocabulary: Vocabulary): Facts {
  const type =
    /^((?:double precision|character varying|timestamp with(?:out)? time zone|[\p{L}_]\w*)(?:\s*\([^()]*\))?(?:\[\])?)/iu.exec(
      text,
    )?.[1] ?? '';
  const facts: Facts = {
    ...readType(type.replace(/\s+\(/, '(').replace(/^time(?=$|\(|tz$)/i, 'TIME'), vocabulary),
  };
  if (
    facts.type === undefined &&
    type !== '' &&
    !/^(?:primary|not|null|unique|default|references|check)$/i.test(type)
  )
    facts.unknownType = type;
  if (/^enum\s*\(/i.test(type)) {
    const values = readValues(type.replace(/^enum\s*/i, ''));
    if (values !== undefined) facts.type = { kind: 'enum', values };
  }
  facts.required = /\bnot null\b|\bprimary key\b/i.test(text);
  if (/\bprimary key\b/i.test(text)) facts.key = true;
  if (/\bunique\b/i.test(text)) facts.unique = true;
  const given = /\bdefault\s+('[^']*'|"[^"]*"|[\w.+-]+(?:\([^)]*\))?)/i.exec(text)?.[1];
  if (given !== undefined && !/^null$/i.test(given))
    facts.default = given.replace(/^['"]|['"]$/g, '');
  const check = /check\s*\(\s*[`"]?\w+[`"]?\s+in\s*(\([^)]*\))/i.exec(text)?.[1];
  const values = check === undefined ? undefined : readValues(check);
  if (values !== undefined) facts.values = values;
  const bound =
    /check\s*\(\s*[`"]?\w+[`"]?\s*(>=|>|<=|<)\s*(-?[\d.]+)\s*(?:and\s+[`"]?\w+[`"]?\s*(<=|<)\s*(-?[\d.]+))?/i.exec(
      text,
    );
  if (bound !== null) {
    const limit = { value: bound[2] ?? '0', exclusive: bound[1]?.length === 1 };
    if (bound[1]?.startsWith('>')) facts.min = limit;
    else facts.max = limit;
    if (bound[4] !== undefined) facts.max = { value: bound[4], exclusive: bound[3] === '<' };
  }
  return { ...facts, ...references(text) };
}

function references(text: string): Facts {
  const to = new RegExp(`references\\s+((?:${identifier}\\.)?${identifier})`, 'iu').exec(text)?.[1];
  if (to === undefined) return {};
  const action = /on delete\s+(cascade|set null)/i.exec(text)?.[1]?.toLowerCase();
  const facts: Facts = { type: { kind: 'reference', to: unquoted(to), cardinality: 'one' } };
  if (action !== undefined) facts.onDelete = action === 'cascade' ? 'cascade' : 'clear';
  return facts;
}

function unquoted(name: string): string {
  return (name.split('.').at(-1) ?? name).replace(/^[`"[]|[`"\]]$/g, '');
}
