import { XMLParser } from 'fast-xml-parser';

/**
 * A document as one text that two documents share if they say the same, by a reader that is not ours: order of
 * attributes and indentation between elements do not count, all else does (order, prefixes, comments, texts).
 */
export function canonicalXml(xml: string): string {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    ignoreDeclaration: true,
    commentPropName: '#comment',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
    htmlEntities: false,
  });
  return JSON.stringify(canonical(parser.parse(xml.replace(/\r\n?/g, '\n')) as Parsed[]));
}

type Parsed = Readonly<Record<string, unknown>>;

function canonical(nodes: readonly Parsed[]): unknown[] {
  const joined: unknown[] = [];
  const hasOthers = nodes.some((node) => !('#text' in node));
  let text = '';
  const flush = () => {
    if (text !== '' && !(hasOthers && text.trim() === '')) joined.push(decode(text));
    text = '';
  };
  for (const node of nodes) {
    if ('#text' in node) {
      text += String(node['#text']);
      continue;
    }
    flush();
    const { ':@': attributes = {}, ...element } = node;
    const [[name, children] = ['', []]] = Object.entries(element);
    const sorted = Object.entries(attributes as Parsed)
      // Of an attribute, XML takes line ends as blanks; this reader leaves them.
      .map(([key, value]) => [key, decode(String(value).replace(/[\n\t]/g, ' '))])
      .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
    joined.push([name, sorted, canonical(children as Parsed[])]);
  }
  flush();
  return joined;
}

/** The reader leaves references to characters as they stand. */
function decode(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) =>
    String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
  );
}
