import { readField } from '../../declaration/read-field.ts';
import { withSlashesApart } from '../../declaration/slashed-names.ts';
import { splitOutside } from '../../declaration/split-list.ts';
import { readType } from '../../declaration/read-type.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeField } from './code-entity.ts';
import { readMember } from './read-member.ts';

/**
 * Records written in a fence without any grammar: `order (id, total)`, `Order: id, total`, a name above indented
 * lines, points or branches of a tree, or names of fields alone, for which the heading has the name.
 * @returns nothing where a line is neither a name nor a field, as in a drawing or a tree of files
 */
export function readOutlines(text: string, vocabulary: Vocabulary): readonly CodeEntity[] {
  const lines = linesOf(text);
  const records: Draft[] = [];
  for (const [at, line] of lines.entries()) {
    if (constraint.test(line.text)) {
      const key = combination
        .exec(line.text)?.[1]
        ?.split(',')
        .map((name) => name.trim());
      if (key !== undefined && key.length > 1) records.at(-1)?.keys.push(key);
      continue;
    }
    // Below a name, `born (date, optional)` is one of its fields.
    const isPart = line.isPoint && records.at(-1)?.isOpen === true;
    const inline = isPart ? undefined : inlineRecord(line, vocabulary);
    if (inline !== undefined) {
      records.push(inline);
      continue;
    }
    const current = records.at(-1);
    if (isHead(line, lines[at + 1])) {
      records.push(draft(line.text.replace(/^\[|[\]:：]+$|^tables?\s+/gi, '').trim(), line));
      continue;
    }
    const fields = fieldsIn(line, vocabulary);
    if (fields === undefined) return [];
    const isBelow = current !== undefined && (line.indent > current.indent || current.isOpen);
    if (isBelow || current?.name === undefined) {
      const into = current ?? draft(undefined, line);
      if (current === undefined) records.push(into);
      into.fields.push(...fields);
      into.end = line.start + line.text.length;
    } else return [];
  }
  if (records.some(({ fields }) => fields.length < 2)) return [];
  return records.map(({ name, fields, keys, start, end }) => ({ name, fields, keys, start, end }));
}

/** `CHECK (…)`, `INDEX(slug) UNIQUE`, `UNIQUE(trip_id, seat)`: said of columns, as in SQL. */
const constraint =
  /^(?:check|(?:unique |composite )?index|unique(?: key)?|(?:primary|foreign|composite)(?: key)?|pk|fk|key|constraint)\s*[(:]/i;
const combination = /^(?:unique(?: key| index)?|primary key|pk)\s*:?\s*\(([\w, ]+)\)/i;

interface Line {
  /** Without what draws a tree or a list. */
  readonly text: string;
  readonly start: number;
  readonly indent: number;
  readonly isPoint: boolean;
}

interface Draft {
  readonly name: string | undefined;
  readonly fields: CodeField[];
  readonly keys: string[][];
  readonly start: number;
  readonly indent: number;
  /** Its fields stand below without being indented. */
  readonly isOpen: boolean;
  end: number;
}

function draft(name: string | undefined, line: Line, isOpen = true): Draft {
  const end = line.start + line.text.length;
  return { name, fields: [], keys: [], start: line.start, indent: line.indent, isOpen, end };
}

function linesOf(text: string): readonly Line[] {
  let offset = 0;
  const lines: Line[] = [];
  for (const raw of text.split('\n')) {
    const [around = '', drawn = ''] = /^[\s│|]*((?:[├└+`][─\-\s]+|[-*•]\s+)?)/u.exec(raw) ?? [];
    const said = raw.slice(around.length).trimEnd();
    if (said !== '' && !/^(?:\/\/|--|#\s)/.test(said))
      lines.push({
        text: said,
        start: offset + around.length,
        indent: around.length - (/^[-*•]/u.test(drawn) ? drawn.length : 0),
        isPoint: drawn !== '',
      });
    offset += raw.length + 1;
  }
  return lines;
}

const recordName = /^(?:\[[\p{L}_][\p{L}\p{N}_ ]{1,40}\]|[\p{L}_][\p{L}\p{N}_ ]{1,40}[:：]?)$/u;

/** A name with what belongs to it below: further in, or as points. */
function isHead(line: Line, next: Line | undefined): boolean {
  if (next === undefined || line.isPoint || !recordName.test(line.text)) return false;
  return next.indent > line.indent || next.isPoint || /^\[|[:：]$/u.test(line.text);
}

/** `order (id, total)`, `Order: id, total`. */
function inlineRecord(line: Line, vocabulary: Vocabulary): Draft | undefined {
  const found =
    /^(?:tables?\s+)?([\p{L}_][\p{L}\p{N}_]*)(\s*\(|\s*[:：]\s+|\s+[-–—→]\s+)(.+)$/iu.exec(
      line.text,
    );
  if (found === null) return undefined;
  const [, name = '', sign = '', rest = ''] = found;
  const isBracket = sign.trim() === '(';
  if (isBracket && !rest.endsWith(')')) return undefined;
  const from = line.start + line.text.length - rest.length;
  const list = isBracket ? rest.slice(0, -1) : rest;
  const fields = listed(list, from, vocabulary);
  if (fields === undefined || fields.length < 2) return undefined;
  return { ...draft(name, line, false), fields: [...fields] };
}

function fieldsIn(line: Line, vocabulary: Vocabulary): readonly CodeField[] | undefined {
  const several = listed(line.text, line.start, vocabulary);
  if (several !== undefined) return several;
  const place = { start: line.start, end: line.start + line.text.length };
  const text = line.text.replace(/\s{2,}/g, ' ');
  const column = /^([a-z_]\w*) (\w.*)$/i.exec(text);
  const [, first = '', rest = ''] = column ?? [];
  // `string title` begins with the type, `email text unique` has two of them and begins with the name.
  const isTypeFirst = isType(first, vocabulary) && !isType(rest.split(' ')[0] ?? '', vocabulary);
  const field = isTypeFirst
    ? readMember(text, vocabulary)
    : readField(column === null ? text : `${first}: ${rest}`, vocabulary);
  if (field === undefined || !fieldName.test(field.name)) return undefined;
  // `anchor(boat)` is a call, `name(string)` a field.
  if (/^\w+\(/.test(text) && field.facts.type === undefined) return undefined;
  return [{ name: field.name, facts: field.facts, ...place }];
}

function isType(word: string, vocabulary: Vocabulary): boolean {
  const type = readType(word, vocabulary)?.type;
  return type !== undefined && type.kind !== 'reference';
}

const fieldName = /^[\p{L}_][\p{L}\p{N}_-]*(?: [\p{L}\p{N}_-]+){0,2}$/u;

/** `id, customer_id (FK), total`: names with brackets at most; undefined where one part is something else. */
function listed(
  text: string,
  start: number,
  vocabulary: Vocabulary,
): readonly CodeField[] | undefined {
  const parts = withSlashesApart(
    splitOutside(text, (char) => char === ',')
      .map((part) => ({ text: part.text.trim(), start: part.start + part.text.search(/\S|$/) }))
      .filter((part) => part.text !== ''),
  );
  if (parts.length < 2 && !text.endsWith(',')) return undefined;
  const fields: CodeField[] = [];
  for (const part of parts) {
    const name = part.text;
    const field = /^[\p{L}_][\p{L}\p{N}_]*\??(?:\s*[(:[]|\s+\w+$|$)/u.test(name)
      ? readField(name, vocabulary)
      : undefined;
    if (field === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(field.name)) return undefined;
    const from = start + part.start;
    // One `(NULL = shared)` among bare names is a remark: it does not say that the others are required.
    const { required, ...facts } = field.facts;
    const isMarked = required === true || name.includes('?');
    const stated = isMarked ? field.facts : facts;
    fields.push({ name: field.name, facts: stated, start: from, end: from + name.length });
  }
  return fields;
}
