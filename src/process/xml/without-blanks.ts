import type { XmlElement, XmlNode } from './tree.ts';

/**
 * The element without blank texts beside elements (they only indent), and with texts that touch made one.
 * Blanks that are all an element holds are kept.
 */
export function withoutBlanks(element: XmlElement): XmlElement {
  const hasOthers = element.children.some(({ kind }) => kind !== 'text');
  const children: XmlNode[] = [];
  let text = '';
  const flush = () => {
    if (text !== '' && !(hasOthers && /^[ \t\r\n]*$/.test(text)))
      children.push({ kind: 'text', text });
    text = '';
  };
  for (const child of element.children) {
    if (child.kind === 'text') {
      text += child.text;
    } else {
      flush();
      children.push(child.kind === 'element' ? withoutBlanks(child) : child);
    }
  }
  flush();
  return { ...element, children };
}
