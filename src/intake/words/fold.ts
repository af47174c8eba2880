/** Lower case, no accents, compatibility forms unified, one kind of space, quote and dash: for comparing, not for display. */
export function foldText(text: string): string {
  if (!/[^\t\n -~]/.test(text)) {
    const lower = text.toLowerCase();
    return /[\t\n`]| {2}/.test(lower) ? lower.replace(/`/g, "'").replace(/\s+/g, ' ') : lower;
  }
  const composed = text
    .normalize('NFKD')
    // й and ї are letters of their own, not accented ones.
    .replace(/(?<![иИ])\u0306|(?<![іІ])\u0308|[\u0300-\u0305\u0307\u0309-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();
  return composed
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[’‘`´]/g, "'")
    .replace(/[–—−]/g, '-')
    .replace(/\s+/g, ' ');
}
