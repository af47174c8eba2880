/** Numbers of requirements, one or two of them: `RF-15`, `FR-USER-001:`, `[REQ 3]`, `F1 —`, `R1.2 FR-7:`, `3.1.2`. */
const number =
  /^(?:\s*(?:[[(]?[A-Z]{1,6}(?:[-_][A-Z]{1,8})*[-_. ]?\d{1,4}[a-z]?(?:\.\d+)*[\])]?|\d{1,3}(?:\.\d{1,3})+)\s*[:：.)|\-–—]*\s+){1,2}/;

/** How much it matters, in brackets: `[required]`, `(P1)`. */
const weight =
  /^\s*[[(](?:required|optional|mandatory|must(?:[- ]have)?|should|could|may|nice[- ]to[- ]have|high|medium|low|mvp|p\d|done|todo|x)[\])]\s*[:–-]?\s*/i;

/** A sentence without the number of the requirement and the weight before it. */
export function withoutNumber(text: string): string {
  return text.replace(number, '').replace(weight, '');
}
