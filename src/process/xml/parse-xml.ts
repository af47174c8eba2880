import { decodeReferences, XmlProblem } from './references.ts';
import { noNamespaces, resolveName, within } from './namespaces.ts';
import type { Namespaces } from './namespaces.ts';
import type { XmlDocument, XmlElement, XmlName, XmlNode } from './tree.ts';

/** What is read of a document: more is refused, not cut. */
export interface XmlLimits {
  readonly characters: number;
  readonly depth: number;
  readonly nodes: number;
}

const defaults: XmlLimits = { characters: 10_000_000, depth: 200, nodes: 500_000 };

interface Open {
  readonly written: string;
  readonly name: XmlName;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  readonly namespaces: Namespaces;
  readonly start: number;
}

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.·-]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.·-]*)?/uy;
const ATTRIBUTE = /\s+([\p{L}_][\p{L}\p{N}\p{M}_.:·-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const TAG_END = /\s*(\/?)>/y;

/**
 * Reads XML 1.0 with namespaces, without document types: no entity is ever expanded but the five of XML and
 * numbers of characters. Linear in the text, and not recursive.
 * @throws XmlProblem with the place of what is not well-formed or too large
 */
export function parseXml(source: string, limits: Partial<XmlLimits> = {}): XmlDocument {
  const most = { ...defaults, ...limits };
  const text = source.replace(/^\uFEFF/, '');
  if (text.length > most.characters) throw new XmlProblem('it is too long', 0);
  const open: Open[] = [];
  const around: { before: XmlNode[]; after: XmlNode[] } = { before: [], after: [] };
  let root: XmlElement | undefined;
  let nodes = 0;
  let at = 0;

  const add = (node: XmlNode): void => {
    nodes += 1;
    if (nodes > most.nodes) throw new XmlProblem('it has too many elements', at);
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else if (node.kind !== 'text') (root ? around.after : around.before).push(node);
    else if (node.text.trim() !== '') throw new XmlProblem('text stands outside of the root', at);
  };
  const upTo = (end: string, from: number, what: string): number => {
    const found = text.indexOf(end, from);
    if (found === -1) throw new XmlProblem(`${what} is not closed`, at);
    return found;
  };
  const close = ({ name, attributes, children, start }: Open, end: number): void => {
    const element = { kind: 'element', name, attributes, children, start, end } as const;
    if (open.length > 0) add(element);
    else root = element;
  };

  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const stop = tag === -1 ? text.length : tag;
    if (stop > at) add({ kind: 'text', text: decodeReferences(text.slice(at, stop), at) });
    at = stop;
    if (tag === -1) break;
    if (text.startsWith('<!--', at)) {
      const end = upTo('-->', at + 4, 'a comment');
      add({ kind: 'comment', text: endsOfLines(text.slice(at + 4, end)) });
      at = end + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = upTo(']]>', at + 9, 'a CDATA section');
      add({ kind: 'text', text: endsOfLines(text.slice(at + 9, end)) });
      at = end + 3;
    } else if (text.startsWith('<?', at)) {
      const end = upTo('?>', at + 2, 'an instruction');
      const instruction = endsOfLines(text.slice(at + 2, end));
      if (!/^xml\s/i.test(instruction)) add({ kind: 'instruction', text: instruction });
      at = end + 2;
    } else if (text.startsWith('<!', at)) {
      throw new XmlProblem('a document type is not read', at);
    } else if (text.startsWith('</', at)) {
      const element = open.pop();
      const written = element?.written ?? '';
      TAG_END.lastIndex = at + 2 + written.length;
      const end = text.startsWith(written, at + 2) ? TAG_END.exec(text) : null;
      if (!element || !end || end[1] !== '') throw new XmlProblem(`</${written}> was expected`, at);
      at = TAG_END.lastIndex;
      close(element, at);
    } else {
      if (root) throw new XmlProblem('there is a second root', at);
      if (open.length >= most.depth) throw new XmlProblem('it is nested too deep', at);
      const { element, selfClosing, end } = readTag(text, at, open.at(-1)?.namespaces);
      at = end;
      if (selfClosing) close(element, end);
      else open.push(element);
    }
  }
  const left = open.at(-1);
  if (left) throw new XmlProblem(`<${left.written}> is not closed`, left.start);
  if (!root) throw new XmlProblem('there is no element', 0);
  return { ...around, root };
}

function readTag(text: string, at: number, outer: Namespaces = noNamespaces) {
  NAME.lastIndex = at + 1;
  const written = NAME.exec(text)?.[0];
  if (written === undefined) throw new XmlProblem('a name was expected', at);
  const attributes = new Map<string, string>();
  let end = at + 1 + written.length;
  for (;;) {
    ATTRIBUTE.lastIndex = end;
    const [, name = '', double, single] = ATTRIBUTE.exec(text) ?? [];
    if (name === '') break;
    if (attributes.has(name)) throw new XmlProblem(`${name} is given twice`, end);
    const value = (double ?? single ?? '').replace(/\r\n|[\r\n\t]/g, ' ');
    attributes.set(name, decodeReferences(value, end));
    end = ATTRIBUTE.lastIndex;
  }
  TAG_END.lastIndex = end;
  const closing = TAG_END.exec(text);
  if (!closing) throw new XmlProblem(`the tag of ${written} is malformed`, end);
  const namespaces = within(outer, attributes);
  const name = resolveName(written, namespaces);
  const foreign = [...attributes.keys()].find(
    (key) => !/^xmlns(?::|$)/.test(key) && !resolveName(key, namespaces, true),
  );
  if (!name || foreign !== undefined)
    throw new XmlProblem(`no namespace is declared for ${foreign ?? written}`, at);
  const element: Open = { written, name, attributes, children: [], namespaces, start: at };
  return { element, selfClosing: closing[1] !== '', end: TAG_END.lastIndex };
}

function endsOfLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
