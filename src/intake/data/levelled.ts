/** "…, phone number and, if the patient has one, an e-mail address": when it is there. */
const aside =
  /,?\s+and,\s+(?:if|where|when|optionally)\b[^,]{0,40},(?=\s(?:an?|the|their|its)\s)/giu;
/** "A referral states the doctor's name": it has it. */
const stating =
  /^((?:an?|each|every|the) \p{L}+(?: \p{L}+)?) (?:states|shows|lists|specifies|gives|names|bears|takes|needs) (?=(?:the|an?|its) )/iu;

/** "declares one or more children: name, age": what each of them has. */
const several =
  /(?<=\s)(an?|une?|una?|uno|uma?|eine?[nr]?|een) (?:or more|ou plusieurs|o más|o mas|ou mais|o più|oder mehrere|of meer) (?=\p{L}{3,}\s?:)/giu;

/** "A log entry has": one noun, though each of its words is about keeping. */
const entry =
  /(?<=^(?:an?|each|every|the|for each|for every) )(\p{L}+) (entry|record|item|note|line)(?= (?:has|have|contains|consists|shows|holds|includes|we|needs)\s)/iu;

/** "A lease links a tenant to a flat and has a start date": one list of what a lease has. */
export function levelled(written: string): string {
  const text = written
    .replace(aside, ',')
    .replace(several, '$1 ')
    .replace(entry, '$1-$2')
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
