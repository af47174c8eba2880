import { localPart } from './namespaces.ts';
import { textIn } from '../xml/tree.ts';
import type { XmlElement, XmlNode } from '../xml/tree.ts';

/** The keys of children that are made from the model: by id, by what is drawn, by text, else by number. */
export function keysOf(children: readonly XmlNode[]): readonly string[] {
  const used = new Set<string>();
  return children.map((child) => {
    const base = child.kind === 'element' ? keyOf(child) : 'text()';
    let key = base;
    for (let number = 2; used.has(key); number += 1) key = `${base}~${number}`;
    used.add(key);
    return key;
  });
}

/** For each child of `source`, the key of the child of `made` that stands for it; undefined if none does. */
export function matchChildren(
  made: readonly XmlNode[],
  source: readonly XmlNode[],
): readonly (string | undefined)[] {
  const keys = keysOf(made);
  const free = new Map<string, number[]>();
  for (const [index, child] of made.entries()) {
    for (const way of waysTo(child)) {
      const list = free.get(way);
      if (list) list.push(index);
      else free.set(way, [index]);
    }
  }
  const taken = new Set<number>();
  const take = (way: string): string | undefined => {
    const list = free.get(way) ?? [];
    while (list.length > 0) {
      const index = list.shift() ?? 0;
      if (taken.has(index)) continue;
      taken.add(index);
      return keys[index];
    }
    return undefined;
  };
  // Who has an identity comes first, so that nobody else takes its place.
  const matches = source.map((child) => {
    const own = child.kind === 'element' ? identity(child) : undefined;
    return own === undefined ? undefined : take(own);
  });
  return matches.map((match, at) => {
    const child = source[at];
    if (match !== undefined || !child) return match;
    if (child.kind !== 'element') return child.kind === 'text' ? take('text()') : undefined;
    // An id that we know nothing of belongs to something else, unless ours was made up.
    return take(`any ${nameOf(child)}`);
  });
}

function waysTo(child: XmlNode): readonly string[] {
  if (child.kind !== 'element') return [child.kind === 'text' ? 'text()' : ''];
  const own = identity(child);
  const id = child.attributes.get('id');
  const named = own !== undefined && id !== undefined && !madeUp(id);
  return [...(own === undefined ? [] : [own]), ...(named ? [] : [`any ${nameOf(child)}`])];
}

const madeUp = (id: string) =>
  id.startsWith('unnamed-') || id.endsWith('-lanes') || id.endsWith('-plane');

function nameOf({ name }: XmlElement): string {
  return `{${name.uri}}${name.local}`;
}

/** References have none but their text. */
const byText = new Set(['incoming', 'outgoing', 'flowNodeRef']);

/** Ids are unique in a document: the name of the element is left out. */
function keyOf(element: XmlElement): string {
  return (identity(element) ?? element.name.local).replace(/^[^#=]*#/, '#');
}

function identity(element: XmlElement): string | undefined {
  const { attributes, name } = element;
  const drawn = attributes.get('bpmnElement');
  const of = drawn === undefined ? attributes.get('id') : localPart(drawn);
  if (of !== undefined) return `${name.local}#${of}`;
  return byText.has(name.local) ? `${name.local}=${localPart(textIn(element))}` : undefined;
}
