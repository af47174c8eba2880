import { numberOf } from '../../names/number.ts';
import { rememberedText } from '../../remembered-texts.ts';
import type { EntityName } from '../entity-name.ts';
import { entityName } from '../entity-name.ts';
import type { Reading } from '../reading.ts';

/** A sentence that says what a system shall do, as one that says what it keeps of what. */
export interface RequirementSentence {
  readonly text: string;
  /** What its first clause does something with: "WHEN creating a crate THEN …". */
  readonly about: EntityName | undefined;
  /** It is about what people see: that it is kept may be said elsewhere. */
  readonly isShown: boolean;
  /** Without what it lists nothing is kept: "the system SHALL require label and weight". */
  readonly isNeeded: boolean;
}

/**
 * "WHEN viewing crates THEN the system SHALL show label and weight" is about crates and shows what they have;
 * "shall display crate cards with label and weight" and "shall require label and weight for crates" say the same.
 * @param isNamed something that is claimed as a kind of record
 */
export function requirementSentence(
  written: string,
  { vocabulary, language }: Reading,
  isNamed: (name: string) => boolean,
): RequirementSentence {
  const { lead, rest } = partsOf(written);
  if (!asked.test(rest))
    return { text: written, about: undefined, isShown: false, isNeeded: false };
  const nameOf = (text: string) => (isNamed(text) ? entityName(text, vocabulary, true) : undefined);
  const one = ({ name }: EntityName) => numberOf(name, language).singular;
  const about = lead === '' ? undefined : lastNamed(lead, nameOf);
  const isShown = showing.test(rest);
  const isNeeded = needing.test(rest);
  const shown = shownWith.exec(rest);
  if (shown !== null) {
    const [whole, verb = '', name = '', list = ''] = shown;
    const owner = lastNamed(name, nameOf);
    if (owner !== undefined)
      return {
        text: `${rest.slice(0, shown.index)}${verb} ${list} for each ${one(owner)}${rest.slice(shown.index + whole.length)}`,
        about,
        isShown,
        isNeeded,
      };
  }
  const given = givenFor.exec(rest);
  const owner = given === null ? undefined : lastNamed(given[1] ?? '', nameOf);
  return given === null || owner === undefined
    ? { text: rest, about, isShown, isNeeded }
    : { text: `${rest.slice(0, given.index)} for each ${one(owner)}`, about, isShown, isNeeded };
}

/** The condition and the duty of a sentence; one without a condition is a duty. */
const partsOf = rememberedText((written): { readonly lead: string; readonly rest: string } => {
  const condition = /^(?:when(?:ever)?|if|while|where|once|upon|given)\s/iu.exec(written);
  if (condition === null) return { lead: '', rest: written };
  const end = /,?\s+then,?\s+|,\s+(?=(?:the|it|they|then)\s)/iu.exec(written.slice(0, 220));
  if (end === null) return { lead: '', rest: written };
  return {
    lead: written.slice(condition[0].length, end.index),
    rest: written.slice(end.index + end[0].length),
  };
});

/** It is a system that shall do it. */
const asked =
  /^(?:the |this |our )?(?:[\p{L}-]+ ){0,3}?(?:systems?|application|app|platform|service|software|api|backend|server|solution|web ?site|portal|it) (?:shall|must|should|will) /iu;
const needing = /(?:shall|must|should|will) require (?!no |that )/iu;
const showing =
  /(?:shall|must|should|will) (?:be able to )?(?:display|show|present|list|render|provide)(?![\p{L}])/iu;

/** "display crate cards with label, weight", "show a list of crates including label, weight". */
const shownWith =
  /(?<![\p{L}])(display|show|present|list|return|render|include|provide) ([\p{L} -]{3,60}?),? (?:with|including|containing|showing|with (?:its|their)) ([^.:;()]{5,200})\.?$/iu;

/** "require label and weight for crates", "label, weight per crate". */
const givenFor =
  /\s(?:for|per|on|of)\s(?:an? |the |all |new |every |any )*([\p{L}][\p{L} -]{2,40})\.?$/iu;

/** The last words of a clause that name a kind of record: "the clerk edits a stock movement". */
function lastNamed(
  clause: string,
  nameOf: (text: string) => EntityName | undefined,
): EntityName | undefined {
  const words = clause.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '');
  for (let end = words.length; end > Math.max(0, words.length - 12); end -= 1)
    for (const count of [3, 2, 1]) {
      if (count > end) continue;
      const text = words.slice(end - count, end).join(' ');
      const name = nameOf(text);
      if (name !== undefined) return name;
    }
  return undefined;
}
