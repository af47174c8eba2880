import type { Residue } from '../model/side-car.ts';
import { resolveName, within } from '../xml/namespaces.ts';
import type { Namespaces } from '../xml/namespaces.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { encodeReferences, XmlProblem } from '../xml/references.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { unpackOrder } from './order.ts';
import { keysOf } from './match-children.ts';

/**
 * The element with what the document had beside it. Values that were changed in the model since stay
 * changed, nodes that were added stay, and what is gone takes its residue with it.
 * @throws XmlProblem if the residue holds what is no XML
 */
export function restore(
  made: XmlElement,
  residue: Residue | undefined,
  outer: Namespaces,
): XmlElement {
  if (!residue) return made;
  const attributes = new Map(made.attributes);
  for (const name of residue.drop ?? []) attributes.delete(name);
  for (const [name, value] of Object.entries(residue.set ?? {})) {
    if (typeof value === 'string') attributes.set(name, made.attributes.get(name) ?? value);
    else if (attributes.get(name) === value[0]) attributes.set(name, value[1]);
  }
  const namespaces = within(outer, attributes);
  const name = residue.as === undefined ? made.name : resolveName(residue.as, namespaces);
  if (!name) throw new XmlProblem(`no namespace is declared for ${residue.as}`, 0);
  return { ...made, name, attributes, children: restoreChildren(made, residue, namespaces) };
}

function restoreChildren(made: XmlElement, residue: Residue, namespaces: Namespaces): XmlNode[] {
  const keys = keysOf(made.children);
  const inner = new Map(Object.entries(residue.in ?? {}));
  const without = new Set(residue.without);
  const ours = new Map<string, XmlNode>();
  for (const [index, child] of made.children.entries()) {
    const key = keys[index] ?? '';
    if (!without.has(key)) ours.set(key, restoreChild(child, inner.get(key), namespaces));
  }
  if (!residue.order) return [...ours.values()];
  const order = unpackOrder(residue.order, [...ours.keys()]);
  const placed = new Set(order.filter((item) => typeof item === 'string'));
  // What the document did not have stands behind its neighbour in the model.
  const followers = new Map<string, XmlNode[]>();
  let before = '';
  for (const [key, child] of ours) {
    if (placed.has(key)) before = key;
    else followers.set(before, [...(followers.get(before) ?? []), child]);
  }
  const children = order.flatMap((item) => {
    if (typeof item !== 'string') return 'xml' in item ? parseFragment(item.xml, namespaces) : [];
    const child = ours.get(item);
    return child ? [child, ...(followers.get(item) ?? [])] : [];
  });
  return [...(followers.get('') ?? []), ...children];
}

function restoreChild(
  child: XmlNode,
  residue: Residue | undefined,
  namespaces: Namespaces,
): XmlNode {
  if (child.kind === 'element') return restore(child, residue, namespaces);
  const text = residue?.set?.['text'];
  const stays = child.kind === 'text' && Array.isArray(text) && text[0] === child.text;
  return stays ? { kind: 'text', text: text[1] } : child;
}

/** Nodes as they stood, in the namespaces that hold there. */
export function parseFragment(xml: string, namespaces: Namespaces): readonly XmlNode[] {
  const declarations = [...namespaces]
    .filter(([prefix]) => prefix !== 'xml')
    .map(
      ([prefix, uri]) =>
        ` xmlns${prefix === '' ? '' : `:${prefix}`}="${encodeReferences(uri, true)}"`,
    );
  return parseXml(`<_${declarations.join('')}>${xml}</_>`).root.children;
}
