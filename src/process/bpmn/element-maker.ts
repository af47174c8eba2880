import type { XmlElement, XmlNode } from '../xml/tree.ts';
import { uris } from './namespaces.ts';
import type { Vocabulary } from './namespaces.ts';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Prefixes where the document does not say others. */
const usual: Readonly<Record<Vocabulary, string>> = {
  bpmn: 'bpmn',
  bpmndi: 'bpmndi',
  dc: 'dc',
  di: 'di',
  xsi: 'xsi',
  microforge: 'microforge',
};

/** Makes elements with the prefixes of one document. */
export class ElementMaker {
  readonly #prefixes: ReadonlyMap<string, string>;
  /** The vocabularies that were used. */
  readonly used = new Set<Vocabulary>();

  /** @param prefixes namespace → prefix */
  constructor(prefixes: Readonly<Record<string, string>> = {}) {
    this.#prefixes = new Map(Object.entries(prefixes));
  }

  prefix(vocabulary: Vocabulary): string {
    this.used.add(vocabulary);
    if (vocabulary === 'microforge') return usual.microforge;
    return this.#prefixes.get(uris[vocabulary]) ?? usual[vocabulary];
  }

  /** A name of the vocabulary as it is written. */
  written(local: string, vocabulary: Vocabulary): string {
    const prefix = this.prefix(vocabulary);
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  /** Attributes without a value are left out, and so are children that are not there. */
  make(
    local: string,
    attributes: Attributes = {},
    children: readonly (XmlNode | undefined)[] = [],
    vocabulary: Vocabulary = 'bpmn',
  ): XmlElement {
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
    return {
      kind: 'element',
      name: { prefix: this.prefix(vocabulary), local, uri: uris[vocabulary] },
      attributes: new Map(given.map(([name, value]) => [name, String(value)])),
      children: children.filter((child) => child !== undefined),
      start: 0,
      end: 0,
    };
  }

  /** An element that holds a text; undefined without one. */
  text(
    local: string,
    text: string | undefined,
    attributes: Attributes = {},
  ): XmlElement | undefined {
    return text === undefined ? undefined : this.make(local, attributes, [{ kind: 'text', text }]);
  }

  /** An expression in FEEL, of the type that BPMN wants to have named. */
  expression(local: string, feel: string | undefined): XmlElement | undefined {
    if (feel === undefined) return undefined;
    const type = this.written('tFormalExpression', 'bpmn');
    return this.text(local, feel, { [this.written('type', 'xsi')]: type });
  }

  /** The name of an attribute of ours. */
  own(name: string): string {
    return this.written(name, 'microforge');
  }
}
