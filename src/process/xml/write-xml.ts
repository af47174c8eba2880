import { encodeReferences } from './references.ts';
import { writtenName } from './tree.ts';
import type { XmlDocument, XmlElement, XmlNode } from './tree.ts';

/** The document with its declaration, indented; texts stay as they are. */
export function writeXml({ before, root, after }: XmlDocument): string {
  const lines = [...before, root, ...after].map((node) => writeNode(node, ''));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

/** One node; `undefined` indents nothing: between texts, blanks have a meaning. */
export function writeNode(node: XmlNode, indent: string | undefined): string {
  switch (node.kind) {
    case 'text':
      return encodeReferences(node.text);
    case 'comment':
      return `<!--${node.text}-->`;
    case 'instruction':
      return `<?${node.text}?>`;
    case 'element':
      return writeElement(node, indent);
  }
}

function writeElement(element: XmlElement, indent: string | undefined): string {
  const { name, attributes, children } = element;
  const written = writtenName(name);
  let tag = `<${written}`;
  for (const [key, value] of attributes) tag += ` ${key}="${encodeReferences(value, true)}"`;
  if (children.length === 0) return `${tag}/>`;
  const mixed = indent === undefined || children.some(({ kind }) => kind === 'text');
  const inner = mixed ? undefined : `${indent}  `;
  const parts = children.map((child) =>
    inner === undefined ? writeNode(child, inner) : `\n${inner}${writeNode(child, inner)}`,
  );
  return `${tag}>${parts.join('')}${mixed ? '' : `\n${indent}`}</${written}>`;
}
