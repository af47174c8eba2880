import { inferType } from '../../declaration/infer-type.ts';
import { readValues } from '../../declaration/read-values.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from './code-entity.ts';
import { memberOrder } from './canonical-line.ts';
import { withDefaults } from './enum-defaults.ts';
import { readEnumBody } from './enum-body.ts';
import { matchingEnd } from './matching-end.ts';
import { membersIn } from './members-in.ts';

const head =
  /(?:^|\n)[ \t]*(?:(?:export|declare|default|public|private|data|abstract|final|@\w+(?:\([^)\n]*\))?)\s+)*(?:(interface|type|class|model|struct|table|entity|message|record|input|enum|Table|Enum|dataclass|document|schema|collection)\s+)?["'`]?([\p{L}_][\p{L}\p{N}_ -]{0,60}?)["'`]?(?:\s*[(（]([^()（）\n]{1,40})[)）])?(?:\s+(?:struct|interface|extends|implements|as)\b[^{\n]*|\s*@\w+[^{\n]*|\s*:\s*[A-Z][\w., <>]*)?(?:<[^>\n]*>)?\s*[:=]?\s*\{/gu;
const alias = /(?:^|\n)[ \t]*(?:export\s+)?type\s+(\w+)\s*=\s*((?:\s*\|?\s*['"][^'"\n]+['"])+)/g;

/** Records in braces: TypeScript, Go, Rust, Prisma, GraphQL, Protocol Buffers, Java-like classes, and made-up code. */
export function readBraces(written: string, language: string, vocabulary: Vocabulary): CodeReading {
  const text = namedByComments(written);
  const order = memberOrder(language, text);
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
  for (const found of text.matchAll(head)) {
    if (found.index < done) continue;
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const body = text.slice(open + 1, close);
    const name = (found[2] ?? '').trim();
    const keyword = found[1]?.toLowerCase();
    // GraphQL's inputs are what is sent of its types.
    if (keyword === 'input' && /(?:^|\n)\s*type\s+\w+/.test(text)) continue;
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
    if (keyword === 'enum' || /^enum\s|\benum\s+(?:class|struct)\b/.test(found[0])) {
      const read = readEnumBody(body);
      if (read !== undefined)
        enums.push({
          name: name.replace(/^(?:enum\s+)?(?:class\s+|struct\s+)?/, ''),
          ...read,
          ...place,
        });
    } else {
      const read = membersIn(body, open + 1, vocabulary, order);
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
  return withDefaults({ entities, enums });
}

/** "// Order", "/* Order schema *\/" right above a brace alone is its name; each character keeps its place. */
function namedByComments(text: string): string {
  return text.replace(
    /(?<=^|\n)(\/\/|#|\/\*)([ \t]*[\p{L}_][\p{L}\p{N}_]{1,40}(?: [\p{L}_]{2,20})?)[ \t]*(\*\/)?(?=\n\{)/gu,
    (whole, sign: string, name: string) =>
      ofMessage.test(name) ? whole : `${' '.repeat(sign.length)}${name}`.padEnd(whole.length),
  );
}

const ofMessage =
  /(?:requests?|responses?|body|payload|errors?|examples?|config|settings|リクエスト|レスポンス|请求|响应|요청|응답)\s*$/iu;

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

/** Prisma's `@@unique([a, b])`. */
function keysOf(body: string): readonly (readonly string[])[] {
  return [...body.matchAll(/@@(?:unique|id)\(\s*(?:fields:\s*)?\[([^\]]*)\]/g)].map((found) =>
    (found[1] ?? '').split(',').map((name) => name.trim()),
  );
}
