import { array, assign, call, literal, object } from '../../emit/code.ts';
import type { Code } from '../../emit/code.ts';
import { docComment } from '../../emit/doc-comment.ts';
import type { Node } from '#blueprint';

/** `let given = json!({ … });` */
export function letJson(name: string, value: unknown): string {
  return `${assign(`let ${name}`, call('json!', jsonCode(value)), ';', 8)}\n`;
}

/** A statement of a test. */
export function line(text: string): string {
  return `        ${text}\n`;
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
