import { foldText } from '../../words/fold.ts';
import { stemPhrase } from '../../words/stem.ts';
import type { Claim, FieldClaim } from '../claim.ts';
import type { EntityName } from '../entity-name.ts';
import { mentionsIn } from '../resolve/mentions.ts';
import type { Reading } from '../reading.ts';

interface Gathered {
  readonly name: EntityName;
  readonly fields: Claim[];
}

/**
 * Attributes that single sentences give to what a heading or a story names, and nothing else declares: several of them
 * together say that it is a kind of record.
 */
export class GatheredAttributes {
  readonly #owners = new Map<string, Gathered>();
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(name: EntityName, fields: readonly Claim[]): void {
    const key = stemPhrase(name.name, this.#reading.language);
    const known = this.#owners.get(key);
    if (known === undefined) this.#owners.set(key, { name, fields: [...fields] });
    else known.fields.push(...fields);
  }

  /** What has two attributes and is spoken of elsewhere, too. */
  claims(): readonly Claim[] {
    if (this.#owners.size === 0) return [];
    const mentions = mentionsIn(this.#reading);
    return [...this.#owners.values()].flatMap(({ name, fields }): readonly Claim[] => {
      const names = new Set(fields.map((field) => foldText((field as FieldClaim).name)));
      const [first] = fields;
      if (first === undefined || names.size < 2 || mentions.of(name.name) < 2) return [];
      const { source, section } = first;
      return [
        {
          kind: 'entity',
          name: name.name,
          also: name.also,
          evidence: 'described',
          source,
          section,
        },
        ...fields,
      ];
    });
  }
}
