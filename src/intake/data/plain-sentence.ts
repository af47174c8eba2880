/** Numbers of requirements before a sentence: `RF-15`, `FR-USER-001:`, `[REQ 3]`, `F1 —`. */
const number =
  /^\s*[[(]?(?:[A-Z]{1,6}(?:[-_][A-Z]{1,8})*[-_. ]?\d{1,4}(?:\.\d+)*)[\])]?\s*[:：.)|\-–—]*\s+/;

/** A sentence on one line, without the number of the requirement. */
export function plainSentence(text: string): string {
  return text.replace(/\n/g, ' ').replace(number, '');
}
