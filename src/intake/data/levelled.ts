import { isPerson } from './person.ts';

/** "…, phone number and, if the patient has one, an e-mail address": when it is there. */
const aside =
  /,?\s+and,\s+(?:if|where|when|optionally)\b[^,]{0,40},(?=\s(?:an?|the|their|its)\s)/giu;
/** "A referral states the doctor's name": it has it. */
const stating =
  /^((?:an?|each|every|the) \p{L}+(?: \p{L}+)?) (?:states|shows|lists|specifies|gives|names|bears|takes|needs):? (?=(?:the|an?|its) )/iu;

/** "declares one or more children: name, age": what each of them has. */
const several =
  /(?<=\s)(an?|une?|una?|uno|uma?|eine?[nr]?|een) (?:or more|ou plusieurs|o más|o mas|ou mais|o più|oder mehrere|of meer) (?=\p{L}{3,}\s?:)/giu;

/** "A log entry has": one noun, though each of its words is about keeping. */
const entry =
  /(?<=^(?:an?|each|every|the|for each|for every) )(\p{L}+) (entry|record|item|note|line)(?= (?:has|have|contains|consists|shows|holds|includes|we|needs)\s)/iu;

/** "The Tool_Box model SHALL have a box_number attribute (string)": a tool box has it. */
const modelled =
  /^the ([\p{L}_]{2,40}|[\p{L} ]{2,30}) (?:model|entity|record|table|object) (?:shall|must|should|will) (?:have|include|contain|store) (?=\p{L})/iu;
const attributeOf =
  /(?<=(?:^|\s)an? [\p{L}_]{2,40}(?: [\p{L}_]{2,20})?) (?:attribute|field|property|column)(?=\s*[(,.]|$)/giu;

/** "Each product can define materials, dimensions": it has them. */
const defining =
  /^((?:an?|each|every) (\p{L}+(?: \p{L}+)?)) (?:can|may|must|shall|should) (?:also )?(?:define|specify|carry|hold|have|include) (?=\p{L}[^.:]{2,60},)/iu;

/** "A clerk can add a stock item for a shelf: name, quantity": a stock item has them. */
const making =
  /^(?:(?:an?|the|each|every|all|as an? [\p{L} ]{2,20}?, (?:i|we)) )?[\p{L}_ -]{1,30}? (?:(?:can|may|must|shall|should|will) (?:be able to )?)?(?:adds?|books?|creates?|defines?|enters?|files?|issues?|logs?|opens?|places?|posts?|records?|registers?|reports?|requests?|schedules?|submits?) (?:an?|the|their|one) (?:new )?(\p{L}[\p{L} -]{2,40}?)(?: (?:for|to|in|on|of|from) [^:,.;()]{2,40})?:\s+(?=[^:;]{2,60},)/iu;

/** "edit an inventory entry (quantity, unit)": of the entry, too. */
const entryOf = /(?<=(?:^|\s)(?:an?|the|each|every) )(\p{L}+) (entry)(?= ?\()/giu;

/** "A lease links a tenant to a flat and has a start date": one list of what a lease has. */
export function levelled(written: string): string {
  const text = written
    .replace(aside, ',')
    .replace(several, '$1 ')
    .replace(modelled, (_, name: string) => `Each ${name.replaceAll('_', ' ')} has `)
    .replace(attributeOf, '')
    .replace(defining, (whole, subject: string, name: string) =>
      isPerson(name) ? whole : `${subject} has `,
    )
    .replace(making, (_, thing: string) => `Each ${thing} has `)
    .replace(entry, '$1-$2')
    .replace(entryOf, '$1-$2')
    .replace(stating, (_, subject: string) => `${subject} has `);
  const found =
    /^((?:an?|each|every) [\p{L} -]{2,30}?) (?:links|connects|joins|relates) (an? .+)$/iu.exec(
      text,
    );
  if (found === null) return owned(text);
  const list = (found[2] ?? '')
    .replace(/,? (?:to|with|and)(?: has)? (?=an? )/gi, ', ')
    .replace(/,, /g, ', ');
  return `${found[1]} has ${list}`;
}

/** "An inspection belongs to one pump and has a date": the pump is the first of what it has. */
function owned(text: string): string {
  const found =
    /^((?:an?|each|every) [\p{L} -]{2,30}?) (?:belongs to|refers to|concerns|is (?:for|about|of|linked to|assigned to|made (?:by|for)|created (?:by|for)))(?: (?:exactly|always|only))? (?:one|an?|the) (?:(?:item|piece|copy|unit) of )?([\p{L} -]{2,40}?),? and (?:also )?(?:has|contains|includes|records|stores|carries|holds) (.+)$/iu.exec(
      text,
    );
  return found === null ? text : `${found[1]} has a ${found[2]}, ${found[3]}`;
}
