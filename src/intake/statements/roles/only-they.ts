import { sentencesOf } from '../../words/sentences.ts';
import { foldText } from '../../words/fold.ts';
import { matchText } from '../../words/match-text.ts';

const only =
  /^(?:\d+[.)]\s+|[a-z]\)\s+)?only\s+(?:the\s+|an?\s+)?(?<who>\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,2}(?: (?:and|or) (?:the |an? )?\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,2})?)\s+(?:may|can|must be able to|(?:is|are) (?:allowed|permitted) to|should be able to|has the right to)\s+(?!be\b|have\b|only\b)\p{L}/iu;
const listed =
  /^(?:users?|user roles?|roles|actors|people|user groups?|user types?|who uses it)\s*(?:[:：]|\s[–—-]\s)\s*(?<who>\p{L}[\p{L} '/,&-]{3,160})\.?$/iu;
/** People rather than records: by what they do, by their office, or by whose they are. */
const person =
  /(?:^|[ -])(?:\p{L}{2,}(?:er|or|ist|ian|ant|eer|ee|man|woman)s?|staff|admins?|clerks?|nurses?|chefs?|cooks?|guides?|hosts?|heads?|officers?|members?|guests?|students?|parents?|tenants?|residents?|employees?|volunteers?|pilots?|coaches|coach|agents?|reps?|representatives?|leads?|team|office|people|board|secretar(?:y|ies)|principals?|captains?|treasurers?|presidents?|chairs?|(?:front|service|help) desk|reception|management)$/iu;
/** Words that end like those of people. */
const thing =
  /(?:^|[ -])(?:orders?|papers?|numbers?|offers?|letters?|folders?|papers?|vouchers?|vendors? orders?|registers?|printers?|scooters?|trailers?|containers?|computers?|letters?|newsletters?|sensors?|motors?|doors?|floors?|errors?|colou?rs?|documents?|payments?|appointments?|shipments?|grants?|plants?|variants?|fees?|trees?|employees? records?|jobs?|filters?|layers?|chapters?|semesters?|quarters?|winners? lists?|others?|another|either|over|under|after|owner)$/iu;

/**
 * People whom a sentence or a line names as users: "Only the clinic manager can delete invoices", "Users: nurse, porter".
 * Not "only requested contracts can be activated", which is about records.
 */
export function peopleIn(text: string): readonly string[] {
  return sentencesOf({ text }).flatMap((sentence) => {
    const said = sentence.text.trim();
    if (said.length > 240) return [];
    const line = matchText(listed, said)?.groups?.['who'];
    const who = line ?? matchText(only, said)?.groups?.['who'] ?? '';
    const names = who
      .split(/\s*(?:,|\/|\band\b|\bor\b|&)\s*/iu)
      .map((name) => name.trim().replace(/^(?:the|an?)\s+/iu, ''))
      .filter((name) => name !== '');
    // A line that is called so is believed for any short names.
    if (line !== undefined)
      return names.length > 1 && names.every((name) => name.split(' ').length <= 3) ? names : [];
    const isPeople = names.every(
      (name) =>
        name.split(' ').length <= 3 &&
        person.test(foldText(name)) &&
        // Of the record itself.
        !/^(?:author|creator|owner)s?$/iu.test(name) &&
        !(thing.test(foldText(name)) && !/(?:^|\s)owners?$/iu.test(name)),
    );
    return isPeople ? names : [];
  });
}
