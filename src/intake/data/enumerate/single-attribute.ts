import type { FieldReading } from '../../declaration/read-field.ts';
import { readField } from '../../declaration/read-field.ts';
import { readValues } from '../../declaration/read-values.ts';
import type { Language } from '../../words/language.ts';
import { matchText } from '../../words/match-text.ts';
import { isDataNoun } from '../data-noun.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName, isStopNoun } from '../entity-name.ts';
import type { Reading } from '../reading.ts';

/** One attribute that a sentence of its own gives to what was spoken of before. */
export interface SingleAttribute {
  readonly field: FieldReading;
  /** Where the sentence names its owner: "For exception scans a reason has to be chosen". */
  readonly owner: EntityName | undefined;
}

const thing =
  '(?<thing>\\p{L}[\\p{L}-]*(?: \\p{L}[\\p{L}-]*){0,2}?)(?<aside>\\s*[(（][^()（）]{1,160}[)）])?';
/** "A photo can be attached", "The reason must be given", "A delivery note is optional". */
const shapes: Readonly<Partial<Record<Language, readonly RegExp[]>>> = {
  en: [
    new RegExp(
      `^(?:for (?:an? |the |each |every |all )?(?<owner>\\p{L}[\\p{L} -]{2,30}?),? )?(?:optionally,? )?(?:an?|the|its) ${thing} (?:(?<may>can|may)|must|should|shall|has to|needs to|is) (?:also |always |optionally )?(?:be )?(?:attached|added|given|entered|chosen|selected|specified|recorded|stored|uploaded|stated|noted|provided|saved|kept|filled in)(?: to it| with it| as well| too| optionally)?(?<after>\\s*[(（][^()（）]{1,160}[)）])?$`,
      'iu',
    ),
    // "The customer can add a remark to the order"
    new RegExp(
      `^(?:\\p{L}[\\p{L} -]{2,30}?) (?<may>can|may) (?:also |optionally )?(?:add|attach|enter|give|leave|set|upload|write) (?:an?|one|their|his|her) (?:own )?${thing} (?:to|for|on) (?:an?|the|each|every|their|his|her) (?<owner>\\p{L}[\\p{L} -]{2,30}?)(?:,? and .*)?$`,
      'iu',
    ),
    new RegExp(
      `^there (?:should|must|shall|is|has to) (?:also )?(?:be )?(?:(?<may>room|space)|a field|a place|an? (?:text|input) field) for (?:an? |the )?${thing}(?:,? such as .+)?$`,
      'iu',
    ),
    new RegExp(
      `^(?:an?|the) ${thing} (?:is|are) (?<may>optional|not required|not mandatory)$`,
      'iu',
    ),
  ],
  de: [
    new RegExp(
      `^(?:der|die|das|ein|eine) ${thing} (?:(?<may>kann)|muss|soll|wird) (?:auch |ebenfalls |immer )?(?:dabei sein|angegeben|erfasst|gespeichert|hinterlegt|eingetragen|angehängt|hochgeladen)(?: werden)?$`,
      'iu',
    ),
    new RegExp(`^(?:der|die|das|ein|eine) ${thing} ist (?<may>optional|freiwillig)$`, 'iu'),
  ],
  fr: [
    new RegExp(
      `^(?:une?|le|la|l['’]) ?${thing} (?:(?<may>peut)|doit|est) (?:aussi |également )?(?:être )?(?:ajoutée?|jointe?|saisie?|indiquée?|renseignée?|précisée?|enregistrée?|conservée?)$`,
      'iu',
    ),
  ],
  es: [
    new RegExp(
      `^(?:una?|el|la) ${thing} (?:(?<may>puede|es)|debe) (?:también )?(?:ser )?(?:adjuntad[oa]|adjuntarse|añadid[oa]|añadirse|indicad[oa]|indicarse|registrad[oa]|registrarse|opcional)$`,
      'iu',
    ),
  ],
  pt: [
    new RegExp(
      `^(?:uma?|o|a) ${thing} (?:(?<may>pode|é)|deve) (?:também )?(?:ser )?(?:anexad[oa]|adicionad[oa]|informad[oa]|indicad[oa]|registrad[oa]|opcional)$`,
      'iu',
    ),
  ],
  it: [
    new RegExp(
      `^(?:una?|il|la|lo|un['’]) ?${thing} (?:(?<may>può|è)|deve) (?:anche )?(?:essere )?(?:allegat[oa]|aggiunt[oa]|indicat[oa]|inserit[oa]|registrat[oa]|opzionale|facoltativ[oa])$`,
      'iu',
    ),
  ],
};

/**
 * @param isNamed something that the document speaks of as a kind of record
 * @returns undefined where the sentence says anything else
 */
export function singleAttribute(
  text: string,
  reading: Reading,
  isNamed: (name: string) => boolean,
): SingleAttribute | undefined {
  const { vocabulary } = reading;
  const bare = text.trim().replace(/\s*[.;]+$/u, '');
  for (const shape of shapes[reading.language] ?? []) {
    const groups = matchText(shape, bare)?.groups;
    const name = groups?.['thing'];
    if (groups === undefined || name === undefined) continue;
    const aside = groups['aside'] ?? groups['after'] ?? '';
    const read = readField(`${name}${aside}`, vocabulary);
    const written = groups['owner'];
    if (read === undefined || (written === undefined && isNamed(read.name))) return undefined;
    if (!isDataNoun(read.name, reading) && isStopNoun(lastOf(read.name), vocabulary))
      return undefined;
    const owner = written === undefined ? undefined : ownerOf(written, reading, isNamed);
    if (written !== undefined && owner === undefined) return undefined;
    const required = groups['may'] === undefined ? undefined : false;
    // What is chosen is one of what the bracket lists.
    const values = /chosen|selected/iu.test(bare) ? readValues(aside) : undefined;
    const told = values === undefined ? read.facts : { ...read.facts, values };
    const facts = required === undefined ? told : { required, ...told };
    return { field: { ...read, facts }, owner };
  }
  return undefined;
}

/** "Exception scans" are scans, where only those are spoken of elsewhere. */
function ownerOf(
  written: string,
  { vocabulary }: Reading,
  isNamed: (name: string) => boolean,
): EntityName | undefined {
  const names = [written, lastOf(written)];
  const known = names.find((name) => isNamed(name));
  return known === undefined ? undefined : entityName(known, vocabulary, true);
}

function lastOf(name: string): string {
  return name.split(/\s+/).at(-1) ?? '';
}
