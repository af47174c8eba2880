import { widthOf } from './width.ts';

/** A piece of TypeScript that knows where it may be broken into lines. */
export type Code = string | Call | Items | Arrow;

interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Code[];
}

interface Items {
  readonly kind: 'array' | 'object';
  readonly items: readonly { readonly key: string; readonly value: Code }[];
  /** Over several lines even where one would do. */
  readonly tall: boolean;
}

interface Arrow {
  readonly kind: 'arrow';
  readonly parameters: string;
  readonly body: Code;
}

/** The width of lines in generated code: `printWidth` of its `.oxfmtrc.json`. */
export const WIDTH = 100;
/** The formatter leaves a value beside a key that is shorter. */
const SHORTEST_KEY = 5;

export function call(name: string, ...args: readonly Code[]): Code {
  return { kind: 'call', name, args };
}

export function array(values: readonly Code[], tall = false): Code {
  return { kind: 'array', items: values.map((value) => ({ key: '', value })), tall };
}

/** An object literal; properties that are undefined are left out. */
export function object(properties: Readonly<Record<string, Code | undefined>>, tall = false): Code {
  const items = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [{ key: isShort(name, value) ? '' : `${propertyName(name)}: `, value }],
  );
  return { kind: 'object', items, tall };
}

export function arrow(parameters: string, body: Code): Code {
  return { kind: 'arrow', parameters, body };
}

/** A string literal with single quotes, or with double quotes where that saves escapes. */
export function literal(text: string): string {
  if (PLAIN.test(text)) return `'${text}'`;
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u2028\u2029]/g, unicodeEscape);
  const single = text.split("'").length;
  const double = text.split('"').length;
  if (single > double) return `"${escaped}"`;
  return `'${escaped.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}

/** Nothing to escape: most texts. */
const PLAIN = /^[ !#-&(-[\]-~]*$/;

/** `{ fields }` for `{ fields: fields }`; `{ true }` is nothing. */
function isShort(name: string, value: Code): boolean {
  return value === name && !/^(?:true|false|null|\d.*)$/.test(name);
}

/** `property` of an object, as its key is written. */
export function propertyName(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : literal(name);
}

/**
 * Prints code as the formatter would: on one line where it fits, else over several.
 * `before` and `after` are what stands on the line besides; `indent` is that of the line.
 */
export function print(code: Code, before = '', after = '', indent = 0): string {
  if (typeof code === 'string') return `${before}${code}${after}`;
  // What stands over several lines anyway can be long: it is not written twice.
  if (!isTall(code)) {
    const flat = `${before}${flatten(code)}${after}`;
    if (indent + widthOf(flat) <= WIDTH) return flat;
  }
  switch (code.kind) {
    case 'call':
      return printCall(code, before, after, indent);
    case 'arrow':
      return printArrow(code, before, after, indent);
    default:
      return printItems(code, before, after, indent);
  }
}

function printCall({ name, args }: Call, before: string, after: string, indent: number): string {
  const last = args.at(-1);
  // A list or function at the end of the arguments is opened in place, if the rest fits before it.
  if (last !== undefined && typeof last !== 'string' && last.kind !== 'call' && !isPath(last)) {
    const head = args
      .slice(0, -1)
      .map((arg) => `${flatten(arg)}, `)
      .join('');
    const start = `${before}${name}(${head}`;
    if (last.kind === 'arrow' && isCalling(last)) {
      const line = `${start}${last.parameters} =>`;
      const inner = indent + 2;
      if (indent + widthOf(line) <= WIDTH)
        return `${line}\n${' '.repeat(inner)}${print(last.body, '', ',', inner)}\n${' '.repeat(indent)})${after}`;
    } else if (indent + widthOf(start) + 1 <= WIDTH) return print(last, start, `)${after}`, indent);
  }
  return lines(
    `${before}${name}(`,
    args.map((value) => ({ key: '', value })),
    `)${after}`,
    indent,
  );
}

/** A function that gives a plain value: all arguments stand on lines of their own. */
function isPath(code: Code): boolean {
  return (
    typeof code !== 'string' &&
    code.kind === 'arrow' &&
    typeof code.body === 'string' &&
    !isCalling(code)
  );
}

/** A function that gives what a call gives: the call has a line of its own. */
function isCalling({ body }: Arrow): boolean {
  return typeof body === 'string' ? body.endsWith(')') : body.kind === 'call';
}

function printArrow(
  { parameters, body }: Arrow,
  before: string,
  after: string,
  indent: number,
): string {
  const start = `${before}${parameters} =>`;
  if (typeof body !== 'string' && body.kind === 'array')
    return print(body, `${start} `, after, indent);
  const inner = indent + 2;
  return `${start}\n${' '.repeat(inner)}${print(body, '', after, inner)}`;
}

function printItems({ kind, items }: Items, before: string, after: string, indent: number): string {
  const [open, close] = kind === 'array' ? '[]' : '{}';
  return lines(`${before}${open}`, items, `${close}${after}`, indent);
}

function lines(open: string, items: Items['items'], close: string, indent: number): string {
  const inner = indent + 2;
  const printed = items.map(({ key, value }) => ' '.repeat(inner) + property(key, value, inner));
  return `${open}\n${printed.join('\n')}\n${' '.repeat(indent)}${close}`;
}

/** A string that does not fit beside its key stands below it, unless that would gain next to nothing. */
function property(key: string, value: Code, indent: number): string {
  const line = print(value, key, ',', indent);
  const isShort = widthOf(key) < ': '.length + SHORTEST_KEY;
  if (isShort || typeof value !== 'string' || indent + widthOf(line) <= WIDTH) return line;
  return `${key.trimEnd()}\n${' '.repeat(indent + 2)}${value},`;
}

function flatten(code: Code): string {
  if (typeof code === 'string') return code;
  if (code.kind === 'arrow') return `${code.parameters} => ${flatten(code.body)}`;
  if (code.kind === 'call') return `${code.name}(${code.args.map(flatten).join(', ')})`;
  const items = code.items.map(({ key, value }) => key + flatten(value)).join(', ');
  if (code.kind === 'array') return `[${items}]`;
  return items === '' ? '{}' : `{ ${items} }`;
}

function isTall(code: Code): boolean {
  if (typeof code === 'string') return false;
  if (code.kind === 'call') return code.args.some(isTall);
  if (code.kind === 'arrow') return isTall(code.body);
  return (code.tall && code.items.length > 0) || code.items.some(({ value }) => isTall(value));
}

const unicodeEscape = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
