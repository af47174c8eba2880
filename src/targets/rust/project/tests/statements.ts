import { WIDTH, array, assign, call, literal, object, widthOf } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { docComment } from '../../emit/doc-comment.ts';
import type { Node } from '#blueprint';

/** `let given = json!({ … });` */
export function letJson(name: string, value: unknown): string {
  return `${assign(`let ${name}`, call('json!', jsonCode(value)), ';', 8)}\n`;
}

/** A statement of a test: a value that is too long stands on a line of its own, or each call does. */
export function line(text: string): string {
  const space = ' '.repeat(8);
  const inner = ' '.repeat(12);
  if (widthOf(space + text) <= WIDTH) return `${space}${text}\n`;
  const [, binding = '', value = ''] = /^(let \w+ =)? ?(.*)$/.exec(text) ?? [];
  if (binding !== '' && widthOf(inner + value) <= WIDTH)
    return `${space}${binding}\n${inner}${value}\n`;
  const [object = '', ...calls] = chainOf(value);
  const start = binding === '' ? object : `${binding} ${object}`;
  return [`${space}${start}\n`, ...calls.map((one) => `${inner}.${one}\n`)].join('');
}

/** `owner.create(NAME, &json!({})).await`: what is called, and the calls; dots in brackets and texts aside. */
function chainOf(code: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of code.matchAll(/"(?:[^"\\]|\\.)*"|[^]/gu)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (token === '.' && depth === 0) parts.push('');
    else parts.push(`${parts.pop()}${token}`);
  }
  return parts;
}

/** A test that the owner of a tenant runs. */
export function ownerTest(
  name: string,
  words: string,
  node: Pick<Node, 'sources'> | undefined,
  statements: readonly string[],
): string {
  return [
    docComment(words, node),
    '#[tokio::test]\n',
    `async fn ${name}() {\n`,
    '    with_owner(async |owner| {\n',
    ...statements,
    '    })\n    .await;\n}\n',
  ].join('');
}

/** JSON, whose strings are literals of Rust. */
function jsonCode(value: unknown): Code {
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'number') return numeral(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return array(value.map(jsonCode));
  return object(
    Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonCode(item)])),
  );
}

/** Whole numbers beyond 32 bits need no type as doubles. */
function numeral(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return String(value);
  const text = String(value);
  return /[.e]/.test(text) ? text.replace('e+', 'e') : `${text}.0`;
}
