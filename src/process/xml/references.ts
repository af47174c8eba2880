/** What is wrong with a document, and where: in UTF-16 units from its start. */
export class XmlProblem extends Error {
  readonly at: number;

  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

const named = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Text with its references to characters replaced, once. @throws XmlProblem for any other entity */
export function decodeReferences(text: string, at: number): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('&')) return lines;
  return lines.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([^;\s&]{0,64}));?/gi,
    (whole, ...groups) => {
      const [hex, decimal, name] = groups as (string | undefined)[];
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const character = name === undefined ? characterOf(code) : named.get(name);
      if (character === undefined || !whole.endsWith(';'))
        throw new XmlProblem(`${whole} is no reference to a character`, at);
      return character;
    },
  );
}

/** As a text of an element, or of an attribute in double quotes. */
export function encodeReferences(text: string, attribute = false): string {
  const escaped = text.replace(/[&<>\r]|\]\]>/g, (found) => escapes.get(found) ?? found);
  return attribute ? escaped.replace(/["\n\t]/g, (found) => escapes.get(found) ?? found) : escaped;
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
  ['\t', '&#9;'],
]);

/** https://www.w3.org/TR/xml/#charsets */
function characterOf(code: number): string | undefined {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
