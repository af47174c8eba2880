import { textIn } from '../xml/tree.ts';
import type { XmlElement } from '../xml/tree.ts';

/** Namespaces of BPMN 2.0, and ours for what it has no word for. */
export const uris = {
  bpmn: 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  bpmndi: 'http://www.omg.org/spec/BPMN/20100524/DI',
  dc: 'http://www.omg.org/spec/DD/20100524/DC',
  di: 'http://www.omg.org/spec/DD/20100524/DI',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  microforge: 'urn:microforge:process',
} as const;

export type Vocabulary = keyof typeof uris;

export function is(element: XmlElement, local: string, vocabulary: Vocabulary = 'bpmn'): boolean {
  return element.name.local === local && element.name.uri === uris[vocabulary];
}

export function childrenOf(
  element: XmlElement,
  local: string,
  vocabulary: Vocabulary = 'bpmn',
): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child.kind === 'element' && is(child, local, vocabulary),
  );
}

/** The text of the first such child; undefined if there is none or it is blank. */
export function childText(element: XmlElement, local: string): string | undefined {
  const [child] = childrenOf(element, local);
  const text = child && textIn(child).trim();
  return text === '' ? undefined : text;
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name);
}

/** The value of a reference; BPMN's references are qualified names, ours ids. */
export function localPart(reference: string): string {
  return reference.trim().replace(/^[^:\s]*:/, '');
}

export function reference(element: XmlElement, name: string): string | undefined {
  const value = attribute(element, name);
  return value === undefined || value.trim() === '' ? undefined : localPart(value);
}

export function flag(element: XmlElement, name: string): boolean | undefined {
  const value = attribute(element, name)?.trim();
  return value === undefined ? undefined : value === 'true' || value === '1';
}
