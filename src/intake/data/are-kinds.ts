import type { Item } from '../document/document.ts';

/**
 * 「通信監視」「容量監視」 below 「監視項目」: kinds of it, and no attributes.
 * @param named what the points stand below, written without blanks between words
 */
export function areKinds(items: readonly Item[], named: string): boolean {
  const owner = named.replace(/(?<=..)\s?(?:項目|一覧|项目|항목)$/u, '');
  const same = items.filter(({ text }) =>
    text
      .replace(/\s*[(（].*$/su, '')
      .trimEnd()
      .endsWith(owner),
  ).length;
  return /[^\x20-\u024f]/.test(owner) && same > 1 && same * 2 > items.length;
}
