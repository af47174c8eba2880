import type { DmnElement } from 'dmn-moddle';
import { parseType, typeText } from '../language/types.ts';
import type { FeelType } from '../language/types.ts';

/** Makes an element of the object model. */
export type MakeElement = (
  type: string,
  properties: Readonly<Record<string, unknown>>,
) => DmnElement;

/** Writes types: those with parts are definitions of the document, which DMN refers to by name. */
export class TypeWriter {
  readonly #make: MakeElement;
  readonly #names = new Map<string, string>();
  readonly definitions: DmnElement[] = [];

  constructor(make: MakeElement) {
    this.#make = make;
  }

  /** What refers to a type as FEEL writes it. */
  reference(text: string): string {
    const type = parseType(text);
    if (!type || type.kind === 'simple') return text;
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `type${this.#names.size + 1}`;
    this.#names.set(text, name);
    this.definitions.push(this.#definition(name, type));
    return name;
  }

  #definition(name: string, type: FeelType): DmnElement {
    switch (type.kind) {
      case 'simple':
        return this.#make('ItemDefinition', { name, typeRef: type.name });
      case 'context': {
        const itemComponent = type.entries.map(([entry, of]) => this.#definition(entry, of));
        return this.#make('ItemDefinition', { name, itemComponent });
      }
      case 'list':
        return this.#make('ItemDefinition', {
          name,
          isCollection: true,
          typeRef: this.reference(typeText(type.of)),
        });
      case 'function': {
        const parameters = type.parameters.map((of, at) =>
          this.#make('InformationItem', {
            name: `p${at + 1}`,
            typeRef: this.reference(typeText(of)),
          }),
        );
        const outputTypeRef = this.reference(typeText(type.result));
        const functionItem = this.#make('FunctionItem', { parameters, outputTypeRef });
        return this.#make('ItemDefinition', { name, functionItem });
      }
      case 'range':
        // DMN has no form for the type of a range.
        return this.#make('ItemDefinition', { name, typeRef: 'Any' });
    }
  }
}
