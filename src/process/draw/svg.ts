/** An element with its attributes, without content. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escape(value)}"`,
  );
  return `<${name}${written.join('')}/>`;
}

/** With two digits after the point at most. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Untrusted text as text of XML, without what XML does not allow. */
export function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (found) => entities.get(found) ?? found);
}

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Room for a letter of 12 pixels, on the average. */
const LETTER = 6.4;
const LINE = 14;
const MOST_LINES = 5;

/** A text around a point, in lines that fit a width. */
export function label(
  text: string | undefined,
  x: number,
  y: number,
  width: number,
  kind = '',
): string {
  const words = (text ?? '')
    .slice(0, 300)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return '';
  const room = Math.max(4, Math.floor(width / LETTER));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > room ? `${word.slice(0, room - 1)}…` : word);
  }
  if (lines.length > MOST_LINES) lines.splice(MOST_LINES - 1, Infinity, '…');
  const top = y - ((lines.length - 1) * LINE) / 2 + 4;
  const spans = lines.map(
    (line, at) => `<tspan x="${number(x)}" y="${number(top + at * LINE)}">${escape(line)}</tspan>`,
  );
  return `<text${kind === '' ? '' : ` class="${kind}"`}>${spans.join('')}</text>`;
}
