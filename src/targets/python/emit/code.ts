/** A piece of Python that knows where it may be broken into lines. */
export type Code = string | Group;

interface Group {
  readonly open: string;
  readonly close: string;
  readonly items: readonly { readonly key: string; readonly value: Code }[];
  /** After the only item of a tuple. */
  readonly comma: boolean;
}

/** The width of lines in generated code: `line-length` of its `pyproject.toml`. */
export const WIDTH = 100;
const INDENT = 4;

type Named = Readonly<Record<string, Code | undefined>>;

/** A call; named arguments that are undefined are left out. */
export function call(name: string, args: readonly Code[], named: Named = {}): Code {
  const rest = Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key: `${key}=`, value }],
  );
  return group(`${name}(`, ')', [...args.map(plain), ...rest]);
}

/** `Annotated[int, Integer()]` */
export function subscript(name: string, ...args: readonly Code[]): Code {
  return group(`${name}[`, ']', args.map(plain));
}

export function tuple(values: readonly Code[]): Code {
  return { ...group('(', ')', values.map(plain)), comma: values.length === 1 };
}

export function list(values: readonly Code[]): Code {
  return group('[', ']', values.map(plain));
}

/** A dictionary whose keys are text. */
export function dict(entries: Readonly<Record<string, Code>>): Code {
  const items = Object.entries(entries).map(([key, value]) => ({
    key: `${literal(key)}: `,
    value,
  }));
  return group('{', '}', items);
}

/** Code after a prefix that stays beside it: `lambda row: …` */
export function keyed(prefix: string, code: Code): Code {
  if (typeof code === 'string') return prefix + code;
  return { ...code, open: prefix + code.open };
}

/** A string literal: double quotes, or single quotes where that saves escapes. */
export function literal(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/g, unicodeEscape);
  const single = text.split("'").length;
  const double = text.split('"').length;
  if (double <= single) return `"${escaped}"`;
  return `'${escaped.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}

/** Prints code between a prefix and a suffix; what does not fit stands on lines of its own. */
export function print(code: Code, prefix = '', suffix = '', indent = 0): string {
  return ' '.repeat(indent) + layout(code, prefix, suffix, indent);
}

function layout(code: Code, prefix: string, suffix: string, indent: number): string {
  const flat = prefix + flatten(code) + suffix;
  if (typeof code === 'string' || code.items.length === 0) return flat;
  if (indent + widthOf(flat) <= WIDTH) return flat;
  const inner = indent + INDENT;
  const lines = code.items.map(
    ({ key, value }) => `${' '.repeat(inner)}${layout(value, key, ',', inner)}\n`,
  );
  return `${prefix}${code.open}\n${lines.join('')}${' '.repeat(indent)}${code.close}${suffix}`;
}

function flatten(code: Code): string {
  if (typeof code === 'string') return code;
  const items = code.items.map(({ key, value }) => key + flatten(value));
  return `${code.open}${items.join(', ')}${code.comma ? ',' : ''}${code.close}`;
}

function group(open: string, close: string, items: Group['items']): Group {
  return { open, close, items, comma: false };
}

const plain = (value: Code) => ({ key: '', value });

function unicodeEscape(character: string): string {
  return String.raw`\u` + character.charCodeAt(0).toString(16).padStart(4, '0');
}

/** Columns, as the formatter counts them: wide characters are two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
