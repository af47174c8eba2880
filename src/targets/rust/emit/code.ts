/** A piece of Rust that knows where it may be broken into lines. */
export type Code = string | Group;

interface Group {
  readonly open: string;
  readonly close: string;
  readonly items: readonly { readonly key: string; readonly value: Code }[];
  readonly kind: 'call' | 'array' | 'struct' | 'closure';
}

/** The width of lines in generated code: `max_width` of its `rustfmt.toml`. */
export const WIDTH = 100;
const INDENT = 4;
/** Arrays of items that are not longer stand several on a line, as rustfmt has it. */
const SHORT = 10;

/** `all_of(a, b)` */
export function call(name: string, ...args: readonly Code[]): Code {
  return { open: `${name}(`, close: ')', items: args.map(plain), kind: 'call' };
}

/** `vec![a, b]` */
export function macro(name: string, ...args: readonly Code[]): Code {
  return { open: `${name}![`, close: ']', items: args.map(plain), kind: 'array' };
}

/** `[a, b]` */
export function array(values: readonly Code[]): Code {
  return { open: '[', close: ']', items: values.map(plain), kind: 'array' };
}

/** `&[a, b]` */
export function slice(values: readonly Code[]): Code {
  return { open: '&[', close: ']', items: values.map(plain), kind: 'array' };
}

/** `|row| eq(row.a, 1)` */
export function closure(parameters: string, body: Code): Code {
  return { open: parameters, close: '', items: [plain(body)], kind: 'closure' };
}

/** `Arc<E>` */
export function generic(name: string, argument: string): Code {
  return { open: `${name}<`, close: '>', items: [plain(argument)], kind: 'call' };
}

/** `(a, b)` */
export function tuple(...values: readonly Code[]): Code {
  return call('', ...values);
}

/** `Rule { id: "…", on: … }`; fields that are undefined are left out. */
export function struct(name: string, fields: Readonly<Record<string, Code | undefined>>): Code {
  const items = Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [value === key ? { key: '', value } : { key: `${key}: `, value }];
  });
  return { open: `${name} {`, close: '}', items, kind: 'struct' };
}

/** `{"name": value}` inside of `json!`. */
export function object(members: Readonly<Record<string, Code>>): Code {
  const items = Object.entries(members).map(([name, value]) => ({
    key: `${literal(name)}: `,
    value,
  }));
  return { open: '{', close: '}', items, kind: 'call' };
}

/** A string literal. */
export function literal(text: string): string {
  const escaped = text.replace(/[\\"]/g, String.raw`\$&`).replace(HIDDEN, (character) => {
    const short = { '\n': String.raw`\n`, '\r': String.raw`\r`, '\t': String.raw`\t` }[character];
    return short ?? `\\u{${character.codePointAt(0)?.toString(16)}}`;
  });
  return `"${escaped}"`;
}

/** Control and format characters, and others that show nothing. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu;

/** Prints code between a prefix and a suffix; what does not fit stands on lines of its own. */
export function print(code: Code, prefix = '', suffix = '', indent = 0): string {
  return ' '.repeat(indent) + layout(code, prefix, suffix, indent);
}

/** `let a = …;`: a value that fits on a line of its own stands there. */
export function assign(prefix: string, code: Code, suffix = ';', indent = 0): string {
  const space = ' '.repeat(indent);
  const flat = flatten(code);
  if (indent + widthOf(`${prefix} = ${flat}${suffix}`) <= WIDTH)
    return `${space}${prefix} = ${flat}${suffix}`;
  if (indent + INDENT + widthOf(flat + suffix) <= WIDTH)
    return `${space}${prefix} =\n${space}${' '.repeat(INDENT)}${flat}${suffix}`;
  return space + layout(code, `${prefix} = `, suffix, indent);
}

function layout(code: Code, prefix: string, suffix: string, indent: number): string {
  const flat = prefix + flatten(code) + suffix;
  if (typeof code === 'string' || code.items.length === 0) return flat;
  if (indent + widthOf(flat) <= WIDTH) return flat;
  const [only, ...others] = code.items;
  const hugs = only && others.length === 0 && only.key === '' && code.kind !== 'struct';
  if (hugs && typeof only.value !== 'string')
    return layout(only.value, prefix + code.open, code.close + suffix, indent);
  const last = code.items.at(-1)?.value;
  if (last !== undefined && isClosure(last)) return withClosure(code, last, prefix, suffix, indent);
  const inner = indent + INDENT;
  const space = ' '.repeat(inner);
  const lines = isFilled(code)
    ? filled(
        code.items.map(({ value }) => flatten(value)),
        inner,
      )
    : code.items.map(({ key, value }) => `${space}${layout(value, key, ',', inner)}\n`);
  return `${prefix}${code.open}\n${lines.join('')}${' '.repeat(indent)}${code.close}${suffix}`;
}

/** The body of a closure that comes last gets a block. */
function withClosure(
  { open, close, items }: Group,
  closure: Group,
  prefix: string,
  suffix: string,
  indent: number,
): string {
  const others = items.slice(0, -1).map(({ key, value }) => `${key}${flatten(value)}, `);
  const [body] = closure.items;
  const block = body ? print(body.value, '', '', indent + INDENT) : '';
  const head = `${prefix}${open}${others.join('')}${closure.open}{`;
  return `${head}\n${block}\n${' '.repeat(indent)}}${close}${suffix}`;
}

function isClosure(code: Code): code is Group {
  return typeof code !== 'string' && code.kind === 'closure';
}

function isFilled({ kind, items }: Group): boolean {
  return kind === 'array' && items.every(({ value }) => widthOf(flatten(value)) <= SHORT);
}

function filled(values: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const value of values) {
    const longer = line === '' ? `${value},` : `${line} ${value},`;
    if (line !== '' && indent + widthOf(longer) > WIDTH) {
      lines.push(line);
      line = `${value},`;
    } else {
      line = longer;
    }
  }
  return [...lines, line].map((text) => `${' '.repeat(indent)}${text}\n`);
}

function flatten(code: Code): string {
  if (typeof code === 'string') return code;
  const items = code.items.map(({ key, value }) => key + flatten(value)).join(', ');
  return code.kind === 'struct'
    ? `${code.open} ${items} ${code.close}`
    : code.open + items + code.close;
}

const plain = (value: Code) => ({ key: '', value });

/** Columns, as the formatter counts them: wide characters are two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 2 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
