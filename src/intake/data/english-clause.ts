/** Words that are verbs and next to never nouns: what begins with one is an order, "generate invoices". */
const verbs =
  /^(?:allow|approve|assign|attach|avoid|browse|calculate|choose|collect|compute|configure|convert|coordinate|create|define|delete|determine|edit|enable|enforce|ensure|enter|extract|generate|handle|identify|implement|include|integrate|invite|maintain|manage|notify|obtain|occupy|perform|persist|prevent|provide|receive|reject|remove|require|resolve|restrict|retrieve|select|send|specify|submit|validate|verify)$/u;
/** "Fetches the title": what something does. "Handles" and "extracts" are things, too. */
const doing =
  /^(?:allows|approves|assigns|attaches|avoids|calculates|chooses|collects|computes|configures|converts|coordinates|creates|defines|deletes|determines|enables|enforces|ensures|fetches|generates|identifies|includes|integrates|maintains|manages|notifies|obtains|occupies|parses|performs|persists|prevents|provides|receives|removes|requires|resolves|restricts|retrieves|selects|sends|specifies|submits|validates|verifies)$/u;
const functionWords =
  /^(?:an?|and|as|at|by|for|from|if|in|into|nor|not|of|on|onto|or|so|than|that|the|then|to|when|whether|which|while|who|with)$/u;
/** In the middle of a name of a record: "tools during picking". "Of", "for" and "in" do stand in names. */
const joining =
  /^(?:an?|the|across|against|because|during|if|so|than|that|then|through|upon|using|via|when|where|whether|which|while|who|whose|without)$/u;
/** "In", "out" and "up" do end names: a check in. */
const cutOff = /^(?:as|by|for|from|into|not|of|so|than|that|to|which|with)$/u;
const participle = /^(?!.*(?:eed|bed|shed|sled|red|hundred)$)\p{L}{4,}ed$/u;
const adverb = /^(?:also|already|always|automatically|currently|directly|never|only|optionally)$/u;

/**
 * English words that were cut out of a sentence and name nothing: "support a configurable", "bookings confirmed".
 * @param folded folded, without an article before it
 */
export function isEnglishClause(folded: string): boolean {
  const words = folded.split(' ');
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  return (
    verbs.test(first) ||
    doing.test(first) ||
    (first === 'support' && words.length > 2) ||
    adverb.test(first) ||
    functionWords.test(first) ||
    rest.some((word) => joining.test(word)) ||
    (rest.length > 0 && (cutOff.test(last) || participle.test(last)))
  );
}

/** Where a name was cut off before its next words: "client and", "congregations belonging". */
export const openEnd =
  /(?:\s+(?:and|or|belonging|concerning|containing|describing|explaining|having|including|indicating|regarding|requiring|showing|stating|using))+$/iu;
