/** 「通信監視」「容量監視」 below 「監視項目」: kinds of what the heading names, and no attributes of it. */
export function areKindsOf(named: string, points: readonly string[]): boolean {
  const owner = named.replace(/(?<=..)\s?(?:項目|一覧|项目|항목)$/u, '');
  const same = points.filter((text) =>
    text
      .replace(/\s*[(（].*$/su, '')
      .trimEnd()
      .endsWith(owner),
  ).length;
  return /[^\x20-\u024f]/.test(owner) && same > 1 && same * 2 > points.length;
}
