import { foldText } from '../../words/fold.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';
import { mentionsIn } from '../resolve/mentions.ts';

interface Thing {
  readonly name: EntityName;
  readonly fields: FieldClaim[];
  /** How many of them are known as attributes. */
  sure: number;
  /** "for each boat", "a boat has": the word is meant as a thing. */
  isNamedAsOne: boolean;
}

/** What single sentences say is written down of each thing: together they may say that it is a kind of record. */
export class ToldThings {
  readonly #things = new Map<string, Thing>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(
    name: EntityName,
    fields: readonly FieldClaim[],
    { sure, isNamedAsOne }: { readonly sure: number; readonly isNamedAsOne: boolean },
  ): void {
    const key = stemPhrase(name.name, this.#reading.language);
    const thing = this.#things.get(key) ?? { name, fields: [], sure: 0, isNamedAsOne: false };
    thing.fields.push(...fields);
    thing.sure += sure;
    thing.isNamedAsOne ||= isNamedAsOne;
    this.#things.set(key, thing);
  }

  /** @param isNamed something that is claimed as a kind of record elsewhere: then one attribute is enough */
  claims(isNamed: (name: string) => boolean): readonly Claim[] {
    return [...this.#things.values()].flatMap(
      ({ name, fields, sure, isNamedAsOne }): readonly Claim[] => {
        const [first] = fields;
        if (first === undefined) return [];
        const names = new Set(fields.map((field) => foldText(field.name)));
        const isSpokenOf = sure > 2 || isNamedAsOne || mentionsIn(this.#reading).of(name.name) > 1;
        const isThing = names.size > 1 && sure > 1 && isSpokenOf;
        if (!isThing && first.evidence !== 'described') return isNamed(name.name) ? fields : [];
        const { source, section } = first;
        return [
          {
            kind: 'entity',
            name: name.name,
            also: name.also,
            evidence: first.evidence,
            source,
            section,
          },
          ...fields,
        ];
      },
    );
  }
}
