/**
 * A document of plain JSON data as YAML 1.2, in block style, in the order of its keys. Text that could be
 * read as anything else is quoted, so that YAML 1.1 readers see the same data. Written by hand because
 * general YAML writers build a tree first: thirty times slower for a contract of a thousand entities.
 */
export function yamlText(document: object): string {
  return [...yamlChunks(document)].join('');
}

/** The same text in pieces: one for each entry of the first three levels. */
export function yamlChunks(document: object): Iterable<string> {
  return chunks(document, '', 3);
}

function* chunks(value: object, indent: string, levels: number): Iterable<string> {
  for (const [key, item] of Object.entries(value)) {
    if (levels > 1 && isNested(item) && !Array.isArray(item)) {
      yield `${indent}${scalar(key)}:\n`;
      yield* chunks(item, `${indent}  `, levels - 1);
    } else {
      const lines: string[] = [];
      writeEntry(key, item, indent, lines);
      if (lines.length > 0) yield `${lines.join('\n')}\n`;
    }
  }
}

/** Writes the entries of an object or array, each line indented; what begins after `- ` is moved up by the caller. */
function write(value: object, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) writeItem(item, indent, lines);
    return;
  }
  for (const [key, item] of Object.entries(value)) writeEntry(key, item, indent, lines);
}

function writeEntry(key: string, item: unknown, indent: string, lines: string[]): void {
  if (item === undefined) return;
  const name = `${indent}${scalar(key)}:`;
  if (isNested(item)) {
    lines.push(name);
    write(item, Array.isArray(item) ? indent : `${indent}  `, lines);
  } else lines.push(`${name} ${leaf(item, `${indent}  `)}`);
}

function writeItem(item: unknown, indent: string, lines: string[]): void {
  if (!isNested(item)) {
    lines.push(`${indent}- ${leaf(item, `${indent}  `)}`);
    return;
  }
  const first = lines.length;
  write(item, `${indent}  `, lines);
  lines[first] = `${indent}- ${(lines[first] ?? '').slice(indent.length + 2)}`;
}

function isNested(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const _ in value) return true;
  return false;
}

function leaf(value: unknown, indent: string): string {
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object' && value !== null) return '{}';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (!value.includes('\n') || !BLOCK.test(value)) return scalar(value);
  return `|-\n${value.replace(/^(?!$)/gm, indent)}`;
}

function scalar(text: string): string {
  if (PLAIN.test(text) && !(text.length < 6 && RESERVED.test(text))) return text;
  return JSON.stringify(text).replace(UNPRINTABLE, escape);
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Several lines of printable text, none with a space at its ends: what a literal block keeps as it is. */
const BLOCK =
  /^(?=[^\n]*\n)\S(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|(?<![ \t])\n(?![ \t]))*(?<!\s)$/u;
const PLAIN = /^[A-Za-z](?:[A-Za-z0-9_.,;()/'$+*-]| (?! |$))*$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const UNPRINTABLE = /[\u007f-\u009f\ufeff\ufffe\uffff]/g;
