/** Lower case, no accents, compatibility forms unified, one kind of space, quote and dash: for comparing, not for display. */
export function foldText(text: string): string {
  if (!/[^\t\n -~]/.test(text)) {
    const lower = text.toLowerCase();
    return /[\t\n`]| {2}/.test(lower) ? lower.replace(/`/g, "'").replace(/\s+/g, ' ') : lower;
  }
  const composed = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();
  return composed
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ');
}
