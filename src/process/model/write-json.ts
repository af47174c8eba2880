/** Columns of a line, as formatters count them. */
const WIDTH = 100;

/**
 * A model (or any JSON value) as text that is short to read: lists of plain values stand in one line where they fit.
 * It is the form that formatters of services give it.
 */
export function writeJson(value: unknown): string {
  return `${write(value, '', 0)}\n`;
}

/** @param before what stands in the line before the value, and behind it */
function write(value: unknown, indent: string, before: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = value.some((item) => typeof item === 'object' && item !== null)
      ? undefined
      : `[${value.map((item) => JSON.stringify(item) ?? 'null').join(', ')}]`;
    if (value.length === 0 || (line && indent.length + before + line.length <= WIDTH))
      return line ?? '[]';
    const items = value.map(
      (item, at) => inner + write(item, inner, at < value.length - 1 ? 1 : 0),
    );
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, item], at) => {
    const name = `${JSON.stringify(key)}: `;
    const comma = at < entries.length - 1 ? 1 : 0;
    return `${inner}${name}${write(item, inner, name.length + comma)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
