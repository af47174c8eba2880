import type { XmlElement } from '../xml/tree.ts';
import { elementsIn } from '../xml/tree.ts';
import { attribute } from './namespaces.ts';

/** Where something stands in the document, in UTF-16 units from its start. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is known while a document is read. */
export class Reading {
  /** Elements right below the definitions, by id. */
  readonly roots: ReadonlyMap<string, XmlElement>;
  /** Where the things of the model stand, by id. */
  readonly places = new Map<string, Place>();
  #unnamed = 0;

  constructor(definitions: XmlElement) {
    this.roots = new Map(
      elementsIn(definitions).map((element) => [attribute(element, 'id') ?? '', element]),
    );
  }

  /** The id of the element; one that has none gets one, always the same. */
  idOf(element: XmlElement): string {
    const given = attribute(element, 'id');
    if (given === undefined || given === '') this.#unnamed += 1;
    const id = given || `unnamed-${element.name.local}-${this.#unnamed}`;
    if (!this.places.has(id)) this.places.set(id, { start: element.start, end: tagEnd(element) });
    return id;
  }
}

/** Only the first line of an element is shown: its content has places of its own. */
function tagEnd({ start, name }: XmlElement): number {
  return start + 1 + name.local.length + (name.prefix === '' ? 0 : name.prefix.length + 1);
}
