const numbering =
  /^(?:(?:[A-Z]{1,5}(?:-[A-Z]{2,8})?[-_ ]?\d+(?:\.\d+)*[A-Z]?[.):：]?(?=\s)|\d+(?:[.-]\d+)*[.):、．]?(?=\s|[^\x20-\x7e])|\d+(?:[.-]\d+)*[.):、．](?=\D)|[IVXLC]+[.)](?=\s)|[A-Za-z][.)](?=\s)|第[\d一二三四五六七八九十]+[章节節部]|[(（]?[一二三四五六七八九十]+[)）、.])\s*)+/u;
const picture = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D]*\s*)+/u;
/** A person with a sign of his sex or the colour of his skin is several characters. */
const lastPicture =
  /\s+(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{1F1E6}-\u{1F1FF}][\uFE0F\u200D]*)+(?=\s*:?\s*$)/u;

/** `## 3.1 📦 Orders:` → `Orders` */
export function headingTitle(text: string): string {
  const title = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(picture, '')
    .replace(numbering, '')
    // "RF07 - Flat details"
    .replace(/^[-–—:·|]\s+/u, '')
    .replace(picture, '')
    .replace(lastPicture, '');
  return (
    title
      .replace(/\s*[:：]$/, '')
      .replace(/\s*#+$/, '')
      .trim() || text.trim()
  );
}
