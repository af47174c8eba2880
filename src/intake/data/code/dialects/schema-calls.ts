import type { Facts } from '../../../declaration/facts.ts';
import { inferType } from '../../../declaration/infer-type.ts';
import { readValues } from '../../../declaration/read-values.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { annotated } from '../annotations.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from '../code-entity.ts';
import { bareType, listOf, optionsOf } from '../member-options.ts';
import { matchingEnd, splitTopLevel, withoutComments } from '../matching-end.ts';

const head =
  /(?:^|\n)[ \t]*(?:export\s+)?(?:const|let|var)\s+(\w+)\s*(?::[^=\n]+)?=\s*(?:new\s+)?((?:\w+\.)*\w+)\s*(?:<[^>\n]*>)?\(\s*(?:(["'`])(\w+)\3\s*,\s*)?([{[])/g;
/** `orders: defineTable({`, where one call builds all of them. */
const property = /(?<=^|[\s{,])(["']?)(\w+)\1\s*:\s*(?:\w+\.)*\w*[Tt]able\s*\(\s*\{/g;
const isRecord = /(?:^|\.)(?:object|strictObject|Object|Schema|\w*[Tt]able|define|model)$/;
const isEnum = /(?:^|\.)(?:enum|Enum|\w+Enum)$/;

/** Records that TypeScript or JavaScript builds by calls: Zod, Joi, Mongoose, Drizzle and their like. */
export function readSchemaCalls(given: string, vocabulary: Vocabulary): CodeReading | undefined {
  const text = withoutComments(given, /(?<![:"'`])\/\/[^\n]*/g);
  const entities: CodeEntity[] = [];
  const enums: CodeEnum[] = [];
  for (const found of text.matchAll(head)) {
    const [, constant = '', callee = '', , , bracket] = found;
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const body = text.slice(open + 1, close);
    const place = { start: found.index + (found[0].startsWith('\n') ? 1 : 0), end: close + 1 };
    const name = constant.replace(/(?<=\w)_?(?:Schema|Model|Table|Entity|Enum)$/i, '');
    if (bracket === '[') {
      const values = isEnum.test(callee) ? readValues(body) : undefined;
      if (values !== undefined) enums.push({ name: constant, values, ...place });
    } else if (isRecord.test(callee)) {
      const fields = membersOf(body, open + 1, vocabulary);
      if (fields.length > 0) entities.push({ name, fields, keys: [], ...place });
    }
  }
  for (const found of text.matchAll(property)) {
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const fields = membersOf(text.slice(open + 1, close), open + 1, vocabulary);
    const place = { start: found.index, end: close + 1 };
    if (fields.length > 0) entities.push({ name: found[2] ?? '', fields, keys: [], ...place });
  }
  return entities.length === 0 ? undefined : { entities, enums };
}

function membersOf(body: string, start: number, vocabulary: Vocabulary): readonly CodeField[] {
  return splitTopLevel(body, start).flatMap((part) => memberOf(part, vocabulary) ?? []);
}

function memberOf(
  part: { readonly text: string; readonly start: number },
  vocabulary: Vocabulary,
): CodeField | undefined {
  const found = /^\s*["']?([\p{L}_$][\w$-]*)["']?\s*:\s*(.+)$/su.exec(part.text);
  if (found === null) return undefined;
  const start = part.start + part.text.length - part.text.trimStart().length;
  const [, name = '', written = ''] = found;
  const value = written.trim();
  const facts = value.startsWith('{') ? optionsOf(value, vocabulary) : chainOf(value, vocabulary);
  // A `Date` of JavaScript is a moment, unless the name says that it is a day.
  if (
    facts.type?.kind === 'datetime' &&
    /\bDate\b/.test(value) &&
    inferType(name, vocabulary)?.kind === 'date'
  )
    facts.type = { kind: 'date' };
  return {
    name,
    facts,
    start,
    end: part.start + part.text.trimEnd().length,
  };
}

/** Calls within calls deeper than that say nothing more of a field. */
const DEEPEST = 4;

/** Zod, Convex and Drizzle: `z.string().min(1).optional()`, `varchar('name', { length: 80 }).notNull()`. */
function chainOf(value: string, vocabulary: Vocabulary, depth = 0): Facts {
  if (depth > DEEPEST) return {};
  const [, callee = '', rest = ''] = /^((?:\w+\.)*\w+)\s*(\(.*)?$/s.exec(value) ?? [];
  if (rest === '') return bareType(value, vocabulary);
  const isZod = /^(?:z|Joi|joi|yup|v|t)\./.test(callee);
  const close = matchingEnd(rest, 0);
  const args = rest.slice(1, close);
  const calls = rest.slice(close + 1);
  const base = callee.split('.').at(-1) ?? '';
  const facts: Facts = {
    required: isZod,
    ...typeOf(base, args, calls, vocabulary, depth),
    ...annotated(`${isZod ? '' : args} ${calls}`),
  };
  const to = /\.references\(\s*\(\)\s*(?::\s*\w+\s*)?=>\s*(\w+)/.exec(calls)?.[1];
  if (to !== undefined) facts.type = { kind: 'reference', to, cardinality: 'one' };
  if (isZod) limit(facts, calls);
  return facts;
}

/** `.min(1).max(80)` are lengths of a text, limits of a number. */
function limit(facts: Facts, calls: string): void {
  const of = (name: string) => new RegExp(`\\.${name}\\(\\s*(-?\\d+(?:\\.\\d+)?)`).exec(calls)?.[1];
  const isNumber = facts.type?.kind === 'integer' || facts.type?.kind === 'number';
  const least = of('min') ?? of('gte');
  const most = of('max') ?? of('lte');
  const length = of('length');
  if (isNumber) {
    if (least !== undefined) facts.min = { value: least, exclusive: false };
    if (most !== undefined) facts.max = { value: most, exclusive: false };
    if (/\.positive\(/.test(calls)) facts.min = { value: '0', exclusive: true };
    if (/\.nonnegative\(/.test(calls)) facts.min = { value: '0', exclusive: false };
  } else if (facts.type?.kind === 'string') {
    if ((least ?? length) !== undefined) facts.minLength = Number(least ?? length);
    if ((most ?? length) !== undefined) facts.maxLength = Number(most ?? length);
  }
}

function typeOf(
  base: string,
  args: string,
  calls: string,
  vocabulary: Vocabulary,
  depth: number,
): Facts {
  const refined = /\.(email|uuid|url|uri|datetime|isoDate|date|int|integer)\(/.exec(calls)?.[1];
  switch (refined ?? base) {
    case 'enum':
    case 'picklist':
    case 'nativeEnum': {
      const values = readValues(args);
      return values === undefined ? { typeWords: args.trim() } : { type: { kind: 'enum', values } };
    }
    case 'datetime':
    case 'isoDate':
      return { type: { kind: 'datetime' } };
    case 'date':
      // A `Date` of JavaScript is a moment; the text of a day, and a column of that type, are days.
      return { type: { kind: refined === undefined && args.trim() === '' ? 'datetime' : 'date' } };
    case 'array': {
      const inner = chainOf(args.trim(), vocabulary, depth + 1);
      return {
        type: listOf(inner.type),
        ...(inner.typeWords !== undefined && { typeWords: inner.typeWords }),
      };
    }
    case 'optional':
    case 'nullable':
      return { ...chainOf(args.trim(), vocabulary, depth + 1), required: false };
    case 'id': {
      const to = /^\s*["'`](\w+)["'`]\s*$/.exec(args)?.[1];
      return {
        type: to === undefined ? { kind: 'uuid' } : { kind: 'reference', to, cardinality: 'one' },
      };
    }
    case 'lazy':
      return chainOf(args.replace(/^\s*\(\)\s*=>\s*/, '').trim(), vocabulary, depth + 1);
    case 'object':
    case 'record':
    case 'any':
    case 'unknown':
      return { type: { kind: 'json' } };
    case 'bigint':
    case 'int':
      return { type: { kind: 'integer' } };
    case 'union': {
      const literals = [...args.matchAll(/(?<=literal\(\s*)(["'`])([^"'`]{1,60})\1/g)];
      const isEnum = /^(?:\s*(?:\w+\.)?literal\([^()]*\)\s*,?)+\s*$/.test(args);
      const values = isEnum
        ? readValues(literals.map(([, , value]) => value).join(' | '))
        : undefined;
      return { type: values === undefined ? { kind: 'string' } : { kind: 'enum', values } };
    }
    case 'literal':
      return { type: { kind: 'string' } };
    default: {
      const precise = /precision:\s*(\d+)(?:[^}]*scale:\s*(\d+))?/.exec(args);
      const decimal = precise === null ? '' : `(${precise[1]},${precise[2] ?? 0})`;
      return codeType(`${refined ?? base}${decimal}`, vocabulary) ?? { typeWords: base };
    }
  }
}
