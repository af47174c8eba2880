/** A name as written, and what it means: prefix and local part, and the namespace that the prefix stands for. */
export interface XmlName {
  readonly prefix: string;
  readonly local: string;
  /** Empty for no namespace. */
  readonly uri: string;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: XmlName;
  /** By name as written; declarations of namespaces are among them. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Where its tag starts and ends, in UTF-16 units of the document. */
  readonly start: number;
  readonly end: number;
}

/** Anything between tags. Text is decoded; of comments and instructions it is what stands between the marks. */
export type XmlNode =
  | XmlElement
  | { readonly kind: 'text' | 'comment' | 'instruction'; readonly text: string };

/** A document: its root, and the comments and instructions around it. */
export interface XmlDocument {
  readonly before: readonly XmlNode[];
  readonly root: XmlElement;
  readonly after: readonly XmlNode[];
}

/** The name as it is written. */
export function writtenName({ prefix, local }: XmlName): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child.kind === 'element');
}

/** The text directly in an element. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
}
