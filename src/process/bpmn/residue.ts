import type { Residue } from '../model/side-car.ts';
import { writtenName } from '../xml/tree.ts';
import type { XmlElement } from '../xml/tree.ts';
import { writeNode } from '../xml/write-xml.ts';
import { packOrder } from './order.ts';
import { keysOf, matchChildren } from './match-children.ts';

/** What `source` has beside `made`: `restore` of both gives `source`. Undefined if they are the same. */
export function residueOf(made: XmlElement, source: XmlElement): Residue | undefined {
  const residue: Residue = { ...attributesOf(made, source), ...childrenResidue(made, source) };
  if (writtenName(made.name) !== writtenName(source.name)) residue.as = writtenName(source.name);
  return Object.keys(residue).length > 0 ? residue : undefined;
}

function attributesOf(made: XmlElement, source: XmlElement): Pick<Residue, 'set' | 'drop'> {
  const set = new Map<string, string | [string, string]>();
  for (const [name, value] of source.attributes) {
    const ours = made.attributes.get(name);
    if (ours === undefined) set.set(name, value);
    else if (ours !== value) set.set(name, [ours, value]);
  }
  const drop = [...made.attributes.keys()].filter((name) => !source.attributes.has(name));
  return {
    ...(set.size > 0 && { set: record(set) }),
    ...(drop.length > 0 && { drop }),
  };
}

function childrenResidue(
  made: XmlElement,
  source: XmlElement,
): Pick<Residue, 'order' | 'without' | 'in'> {
  const keys = keysOf(made.children);
  const matches = matchChildren(made.children, source.children);
  const byKey = new Map(keys.map((key, index) => [key, made.children[index]]));
  const inner = new Map<string, Residue>();
  const order = source.children.map((child, at) => {
    const key = matches[at];
    const ours = key === undefined ? undefined : byKey.get(key);
    if (key === undefined || !ours) return { xml: writeNode(child, undefined) };
    if (child.kind === 'text') {
      // A text that is not ours is kept as it stood, as long as the model says the same.
      if (ours.kind === 'text' && ours.text !== child.text)
        inner.set(key, { set: { text: [ours.text, child.text] } });
    } else if (child.kind === 'element' && ours.kind === 'element') {
      const residue = residueOf(ours, child);
      if (residue) inner.set(key, residue);
    }
    return key;
  });
  const matched = new Set(matches);
  const without = keys.filter((key) => !matched.has(key));
  const rest = keys.filter((key) => matched.has(key));
  const usual = order.length === rest.length && order.every((key, at) => key === rest[at]);
  return {
    ...(!usual && { order: packOrder(order, rest) }),
    ...(without.length > 0 && { without }),
    ...(inner.size > 0 && { in: record(inner) }),
  };
}

/** An object whose names are other people's: `__proto__` is one like any other. */
function record<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries(entries);
}
