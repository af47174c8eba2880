const particle = '(?: (?:up|out|in|off|on|back|down|over))?';
/** "create and", "open, check up or". */
const verbsBefore = new RegExp(
  `^(?:[a-z]+${particle}(?:,(?: and| or)?| and| or| ?/| &) ?)+(?=[a-z]+${particle} (?:an?|the|each|every) )`,
  'iu',
);
const withParticle = /^([a-z]+) (?:up|out|in|off|on|back|down|over)(?= (?:an?|the|each|every) )/iu;

/** An English title that says what is done with something, with one verb: "Create and sign a lease" → "sign a lease". */
export function plainOrder(title: string): string {
  if (title.length > 120) return title;
  return title.replace(verbsBefore, '').replace(withParticle, '$1');
}

/** What is done with: "Set up a property (units)" → "property (units)". */
export function orderedThing(title: string): string | undefined {
  return /^[a-z]+ (?:an?|the|each|every) (\S.*)$/iu.exec(plainOrder(title))?.[1];
}
