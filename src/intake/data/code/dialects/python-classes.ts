import type { EnumValue } from '#blueprint';
import type { Facts } from '../../../declaration/facts.ts';
import { mergeFacts } from '../../../declaration/facts.ts';
import { readValues } from '../../../declaration/read-values.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { annotated } from '../annotations.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from '../code-entity.ts';
import { readEnumBody } from '../enum-body.ts';
import { linesOf, spanOfLine } from '../lines-of.ts';
import type { CodeLine } from '../lines-of.ts';
import { readMemberType } from '../read-member.ts';

const head = /^(\s*)class\s+(\w+)\s*(?:\(([^)]*)\))?\s*:/;
/** Lines that one call may run over. */
const LONGEST_CALL = 20;

/** Classes of Python: plain ones, dataclasses, Pydantic, SQLAlchemy and Django models, enumerations. */
export function readPythonClasses(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!/(?:^|\n)[ \t]*class\s+\w+\s*(?:\([^)]*\))?\s*:/.test(text)) return undefined;
  const entities: CodeEntity[] = [];
  const enums: CodeEnum[] = [];
  const constants = new Map<string, readonly EnumValue[]>();
  for (const block of classesOf(linesOf(text))) {
    const [first = { text: '', start: 0 }] = block.lines;
    const last = block.lines.at(-1) ?? first;
    const place = { start: block.start, end: last.start + last.text.length };
    if (/Enum|Choices/.test(block.bases)) {
      const body = block.lines.map((line) => line.text.replace(/=\s*(["'][^"']*["']),.*/, '= $1'));
      const read = readEnumBody(body.join('\n'));
      if (read !== undefined) enums.push({ name: block.name, ...read, ...place });
      continue;
    }
    const fields: CodeField[] = [];
    for (const line of joined(block.lines)) {
      const values = /^\s*([A-Z][A-Z_0-9]*)\s*=\s*[[(](.+)[\])]\s*$/s.exec(line.text);
      if (values !== null) constants.set(values[1] ?? '', pairsOf(values[2] ?? ''));
      const member = values === null ? memberOf(line.text, vocabulary, constants) : undefined;
      if (member !== undefined) fields.push({ ...member, ...spanOfLine(line) });
    }
    entities.push({ name: block.name, fields, keys: [], ...place });
  }
  return { entities: entities.filter(({ fields }) => fields.length > 0), enums };
}

interface PythonClass {
  readonly name: string;
  readonly bases: string;
  readonly indent: number;
  readonly start: number;
  readonly lines: CodeLine[];
}

/** Classes with their own lines: what is indented deeper than their first line belongs to methods. */
function classesOf(lines: readonly CodeLine[]): readonly PythonClass[] {
  const classes: PythonClass[] = [];
  const open: PythonClass[] = [];
  let isQuoted = false;
  for (const line of lines) {
    const quotes = line.text.match(/"""|'''/g)?.length ?? 0;
    const wasQuoted = isQuoted;
    if (quotes % 2 === 1) isQuoted = !isQuoted;
    if (wasQuoted || quotes > 0 || line.text.trim() === '') continue;
    const indent = line.text.length - line.text.trimStart().length;
    const found = head.exec(line.text);
    while (open.length > 0 && indent <= (open.at(-1)?.indent ?? 0) && !/^\s*[)\]}]/.test(line.text))
      open.pop();
    if (found === null) open.at(-1)?.lines.push(line);
    else {
      const [, , name = '', bases = ''] = found;
      const opened: PythonClass = { name, bases, indent, start: line.start, lines: [] };
      open.push(opened);
      // `Meta` and `Config` are settings, which have no fields.
      if (!/^(?:Meta|Config)$/.test(name)) classes.push(opened);
    }
  }
  return classes;
}

/** A call that runs over lines becomes one; the bodies of methods are left out. */
function joined(lines: readonly CodeLine[]): readonly CodeLine[] {
  const whole: CodeLine[] = [];
  let method: number | undefined;
  let depth = 0;
  let count = 0;
  for (const line of lines) {
    const indent = line.text.length - line.text.trimStart().length;
    if (depth === 0 && method !== undefined && indent > method) continue;
    if (depth === 0)
      method = /^\s*(?:async\s+)?def\s|^\s*(?:@|if|for|with|try|return)\b/.test(line.text)
        ? indent
        : undefined;
    if (method !== undefined) continue;
    const bare = line.text.replace(/#(?![^'"]*['"][,)]).*$/, '').replace(/'[^']*'|"[^"]*"/g, '');
    const open = (bare.match(/[([{]/g)?.length ?? 0) - (bare.match(/[)\]}]/g)?.length ?? 0);
    const previous = whole.at(-1);
    if (depth > 0 && previous !== undefined && count < LONGEST_CALL) {
      whole[whole.length - 1] = {
        text: `${previous.text} ${line.text.trim()}`,
        start: previous.start,
      };
      count += 1;
    } else {
      whole.push(line);
      count = 0;
    }
    depth = Math.max(0, depth + open);
  }
  return whole;
}

function memberOf(
  written: string,
  vocabulary: Vocabulary,
  constants: ReadonlyMap<string, readonly EnumValue[]>,
): { name: string; facts: Facts } | undefined {
  const remark = /\s#\s*(.*)$/.exec(written)?.[1]?.trim();
  const text = (remark === undefined ? written : written.slice(0, written.lastIndexOf('#'))).trim();
  const [declared, value] = atAssignment(text);
  const found = /^([\p{L}_]\w*)\s*(?::\s*(.+))?$/su.exec(declared.trim());
  if (found === null || (found[2] ?? value) === undefined) return undefined;
  const [, name = '', hint] = found;
  if (/^__|^(?:model_config|objects|pass|return|class|def)$/.test(name)) return undefined;
  const call = /^(?:\w+\.)*(\w+)\s*\((.*)\)\s*$/s.exec(value ?? '');
  if (
    call !== null &&
    /^(?:relationship|property|Manager|validator|ConfigDict|UniqueConstraint)$/.test(call[1] ?? '')
  )
    return undefined;
  const typed = hint === undefined ? {} : typeOfHint(hint, vocabulary);
  const made =
    call === null || value === undefined
      ? literalOf(value)
      : callOf(value, call[2] ?? '', hint, vocabulary);
  const facts = mergeFacts(typed, made);
  if (typed.required === false && facts.required === undefined) facts.required = false;
  const choices = /\bchoices\s*=\s*(?:\w+\.)?(\w+?)(?:\.choices)?\s*(?:,|\)|$)/.exec(
    value ?? '',
  )?.[1];
  const chosen = choices === undefined ? undefined : constants.get(choices);
  if (chosen !== undefined && chosen.length > 1) {
    facts.values = chosen;
    delete facts.maxLength;
  } else if (choices !== undefined) facts.typeWords = choices;
  if (remark === undefined) return { name, facts };
  const values =
    facts.type?.kind === 'string' && facts.values === undefined && /[|/,]/.test(remark)
      ? readValues(remark)
      : undefined;
  return {
    name,
    facts: {
      ...facts,
      description: remark,
      ...(values?.every((each) => /^[\w-]+$/.test(each.value)) ? { values } : {}),
    },
  };
}

/** `name: hint` and what is assigned to it, which stands behind the first `=` in no bracket. */
function atAssignment(text: string): readonly [string, string | undefined] {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth -= 1;
    else if (char === '=' && depth === 0) return [text.slice(0, at), text.slice(at + 1).trim()];
  }
  return [text, undefined];
}

function typeOfHint(hint: string, vocabulary: Vocabulary): Facts {
  const literal = /^(?:\w+\[)?Literal\[(.+?)\]\]?$/s.exec(hint.trim())?.[1];
  const values = literal === undefined ? undefined : readValues(literal);
  if (values !== undefined) return { type: { kind: 'enum', values } };
  const said = /^(?:Annotated\[|con\w+\()/.test(hint.trim()) ? annotated(hint) : {};
  const type = codeType(hint.trim().replace(/["']/g, ''), vocabulary);
  return { ...(type ?? { unknownType: hint.trim() }), ...said };
}

function literalOf(value: string | undefined): Facts {
  if (value === undefined) return {};
  if (/^None$/.test(value)) return { required: false };
  return /^(?:["'][^"']*["']|-?\d+(?:\.\d+)?|True|False|[A-Z]\w*\.\w+)$/.test(value)
    ? { default: value.replace(/^['"]|['"]$/g, '') }
    : {};
}

/** `models.CharField(max_length=80)`, `mapped_column(String(120), unique=True)`, `Field(ge=0)`. */
function callOf(
  value: string,
  args: string,
  hint: string | undefined,
  vocabulary: Vocabulary,
): Facts {
  const {
    type,
    typeWords: _,
    unknownType: __,
    default: ___,
    ...rest
  } = readMemberType(value, vocabulary);
  const facts: Facts = { ...rest, ...annotated(args) };
  if (hint === undefined && type !== undefined) facts.type = type;
  const listed = /\bEnum\(([^()]*)\)/.exec(args)?.[1]?.replace(/,\s*\w+\s*=.*$/, '');
  const values = listed === undefined ? undefined : readValues(listed);
  if (values !== undefined) facts.values = values;
  else if (listed !== undefined) facts.typeWords = listed.trim();
  const to = /\bForeignKey\(\s*["'](\w+)/.exec(args)?.[1];
  if (to !== undefined) facts.type = { kind: 'reference', to, cardinality: 'one' };
  const first = /^\s*("[^"]*"|'[^']*'|-?\d+(?:\.\d+)?)\s*(?:,|$)/.exec(args)?.[1];
  if (first !== undefined && /\bField\(/.test(value))
    facts.default = first.replace(/^['"]|['"]$/g, '');
  if (/\bFields?\(/.test(value) && /^\s*None\b|\bdefault\s*=\s*None/.test(args))
    facts.required = false;
  return facts;
}

/** `("booked", "Booked"), ("done", "Done")`, or `"booked", "done"`. */
function pairsOf(text: string): readonly EnumValue[] {
  const pairs = [
    ...text.matchAll(/[([]\s*["']([^"']{1,60})["']\s*,\s*(?:_\()?["']([^"']{1,60})["']/g),
  ];
  return pairs.length > 0
    ? pairs.map(([, value = '', label = '']) => ({ value, label }))
    : (readValues(text) ?? []);
}
