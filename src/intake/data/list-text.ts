/** Without what follows the list of fields: why, or in German the verb. A verb said twice ends a list, too. */
export function withoutPurpose(text: string): string {
  return text
    .replace(
      /[,.]?\s+(?:so that|in order to|so i can|to help|para que|afin (?:de|que)|damit|um zu|perch[eé]|чтобы)\s.*$/isu,
      '',
    )
    .replace(/,?\s+and\s+(?:it\s+)?(?:belongs?|is|are|can|may|must|costs?|runs?)\s.*$/isu, '')
    .replace(
      /,?\s+and\s+(?:records|manages|stores|keeps|tracks|handles|creates|lets|allows|supports|sends)\s+(?!(?:an?|the|its|their)\s).*$/isu,
      '',
    )
    .replace(
      /,?\s+and(?: also)?(?=\s+(?:has|have|holds?|contains?|includes?|records?|stores?|keeps?)\s)/giu,
      ',',
    )
    .replace(/\s+(?:verwaltet|verwalten|speichert|speichern|erfasst|erfassen|enthält)\.?$/iu, '');
}

/** Up to the bracket that was open before; "DNI (único), teléfono" keeps its own. */
export function withinBracket(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('(（'.includes(text[at] ?? '')) depth += 1;
    else if (')）'.includes(text[at] ?? '') && (depth -= 1) < 0) return text.slice(0, at);
  }
  return text;
}

/** "email/password" alone is a list of two. */
export function slashed(text: string): string {
  return /^[\p{L}]{3,}\/[\p{L}]{3,}$/u.test(text.trim()) ? text.replace('/', ', ') : text;
}

/** Written without spaces: then only known words are believed to be nouns. */
export function isWide(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
}
