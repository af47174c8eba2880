import { inferType } from '../../declaration/infer-type.ts';
import { readValue, readValues } from '../../declaration/read-values.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from './code-entity.ts';
import { matchingEnd } from './matching-end.ts';
import { readMember } from './read-member.ts';

const head =
  /(?:^|\n)[ \t]*(?:(?:export|declare|default|public|private|data|abstract|final|@\w+(?:\([^)\n]*\))?)\s+)*(?:(interface|type|class|model|struct|table|entity|message|record|input|enum|Table|Enum|dataclass|document|schema|collection)\s+)?["'`]?([\p{L}_][\p{L}\p{N}_ -]{0,60}?)["'`]?(?:\s*[(（]([^()（）\n]{1,40})[)）])?(?:\s+(?:struct|interface|extends|implements|as)\b[^{\n]*)?(?:<[^>\n]*>)?\s*[:=]?\s*\{/gu;
const alias = /(?:^|\n)[ \t]*(?:export\s+)?type\s+(\w+)\s*=\s*((?:\s*\|?\s*['"][^'"\n]+['"])+)/g;

/** Records in braces: TypeScript, Go, Prisma, GraphQL, Protocol Buffers, DBML, Mermaid, Java-like classes, and made-up code. */
export function readBraces(text: string, vocabulary: Vocabulary): CodeReading {
  const entities: CodeEntity[] = [];
  const enums: CodeEnum[] = [];
  for (const found of text.matchAll(alias)) {
    const values = readValues((found[2] ?? '').replace(/^\s*\|/, ''));
    if (values !== undefined)
      enums.push({
        name: found[1] ?? '',
        values,
        start: found.index + (found[0].length - found[0].trimStart().length),
        end: found.index + found[0].length,
      });
  }
  // `[{"kind": "hero", "content": {…}}]`: what is in an example of a list is a part of it.
  if (/^\s*\[\s*\{\s*"/.test(text)) return { entities, enums };
  let done = 0;
  const typeFirst = /\berDiagram\b/.test(text);
  for (const found of text.matchAll(head)) {
    if (found.index < done) continue;
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const body = text.slice(open + 1, close);
    const name = (found[2] ?? '').trim();
    const keyword = found[1]?.toLowerCase();
    // `read_csv(path, dtype={…})` is an argument.
    if (keyword === undefined && isArgument(text, found.index)) {
      done = close;
      continue;
    }
    const place = {
      start: found.index + (found[0].startsWith('\n') ? 1 : 0),
      end: Math.min(close + 1, text.length),
    };
    if (
      /^(?:if|for|while|switch|async|function|void|try|catch|else|return|const|let|var|do|import|export|query|mutation|subscription|service|package|generator|datasource|erDiagram|classDiagram|namespace|module|Query|Mutation|Subscription|describe|it|test)\b/.test(
        name,
      )
    )
      continue;
    if (keyword === 'enum' || /^enum\s/.test(name)) {
      const values = body
        .split(/[\n,;]/)
        .map((line) => readValue(line.replace(/\/\/.*|\[.*\]|=.*$/g, '')))
        .filter((value) => value !== undefined);
      if (values.length > 1) enums.push({ name: name.replace(/^enum\s+/, ''), values, ...place });
    } else {
      const read = readBody(typeFirst ? swapped(body) : body, open + 1, vocabulary);
      const isTypeScript =
        keyword === 'interface' || (keyword === 'type' && found[0].includes('='));
      const fields = isTypeScript ? read.map((field) => withMoment(field, text, vocabulary)) : read;
      if (fields.length > 0)
        entities.push({
          name: found[3] === undefined ? name : `${name} (${found[3]})`,
          fields,
          keys: keysOf(body),
          ...place,
        });
    }
    done = close;
  }
  return { entities, enums };
}

/** A bracket was opened on the line before it, or at the end of the line above, and not closed. */
function isArgument(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  return /\w\((?:[^()]|\([^()]*\))*$/.test(before);
}

/** In TypeScript a `Date` is a moment, unless the name says that it is a day: `bornOn`, `dueDate`. */
function withMoment(field: CodeField, text: string, vocabulary: Vocabulary): CodeField {
  const written = text.slice(field.start, field.end);
  return field.facts.type?.kind === 'date' &&
    /:\s*Date\b/.test(written) &&
    inferType(field.name, vocabulary)?.kind !== 'date'
    ? { ...field, facts: { ...field.facts, type: { kind: 'datetime' } } }
    : field;
}

/** Mermaid writes `type name`; as `name:type` it is read like all others. Lengths stay. */
function swapped(body: string): string {
  return body.replace(/^([ \t]*)([\w()[\],]+)([ \t])([ \t]*)([\w-]+)/gm, '$1$5:$4$2');
}

/** Members, one a line, or separated by commas or semicolons on one line. */
export function readBody(
  body: string,
  offset: number,
  vocabulary: Vocabulary,
): readonly CodeField[] {
  const fields: CodeField[] = [];
  let start = 0;
  let depth = 0;
  for (const line of body.split('\n')) {
    if (depth === 0) {
      const whole = readMember(line, vocabulary);
      const several =
        line.includes('//') || /\([^)]*,/.test(line)
          ? []
          : line.split(/[,;](?![^<>[\]{}()]*[>\]})])/);
      if (several.filter((part) => part.trim() !== '').length > 1) {
        let at = start;
        for (const part of several) {
          const member = readMember(part, vocabulary);
          if (member !== undefined)
            fields.push({ ...member, start: offset + at, end: offset + at + part.length });
          at += part.length + 1;
        }
      } else if (whole !== undefined)
        fields.push({
          ...whole,
          start: offset + start + line.length - line.trimStart().length,
          end: offset + start + line.trimEnd().length,
        });
    }
    depth = Math.max(0, depth + count(line, /[{[(]/g) - count(line, /[}\])]/g));
    start += line.length + 1;
  }
  return fields;
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}

/** Prisma's `@@unique([a, b])`. */
function keysOf(body: string): readonly (readonly string[])[] {
  return [...body.matchAll(/@@(?:unique|id)\(\s*(?:fields:\s*)?\[([^\]]*)\]/g)].map((found) =>
    (found[1] ?? '').split(',').map((name) => name.trim()),
  );
}
