const numbering =
  /^(?:(?:[A-Z]{1,5}(?:-[A-Z]{2,8})?[-_ ]?\d+(?:\.\d+)*[.):：]?(?=\s)|\d+(?:[.-]\d+)*[.):、．]?(?=\s|[^\x20-\x7e])|\d+(?:[.-]\d+)*[.):、．](?=\D)|[IVXLC]+[.)](?=\s)|[A-Za-z][.)](?=\s)|第[\d一二三四五六七八九十]+[章节節部]|[(（]?[一二三四五六七八九十]+[)）、.])\s*)+/u;
const picture = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D]*\s*)+/u;

/** `## 3.1 📦 Orders:` → `Orders` */
export function headingTitle(text: string): string {
  const title = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(picture, '')
    .replace(numbering, '')
    .replace(picture, '');
  return (
    title
      .replace(/\s*[:：]$/, '')
      .replace(/\s*#+$/, '')
      .trim() || text.trim()
  );
}
