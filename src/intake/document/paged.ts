/** What a converter puts where a page of a PDF began. */
const pageMark =
  /^\s{0,3}#{1,6}\s+(?:page|página|pagina|seite|стр(?:аница|\.)|ページ|页|페이지)\s+\d{1,4}\s*$/iu;
const rule = /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/;
const numberAlone = /^\s*\d{1,4}\s*$/;
/** "FR-001: User Registration" */
const requirement = /^[A-Z]{1,4}[-_ ]?\d{1,4}\s*[:.–-]\s+\p{Lu}[^.!?;]{2,78}$/u;
/** "AC-001.1: Given a valid password" */
const criterion = /^[A-Z]{1,4}[-_ ]?\d{1,4}\.\d{1,3}\s*[:.–-]\s+\S/u;
/** "Main Flow:", "Acceptance Criteria (Add):" */
const label = /^\p{Lu}[\p{L} /&-]{2,38}(?:\s\([^()]{1,30}\))?\s*[:：]$/u;

/**
 * The lines of a document that was cut into pages, without what the pages added: their headings and the running
 * title that stands on each. Its requirements, labels and criteria, which have no marks there, get those of Markdown, so
 * that none goes on in the line before. As many lines as were given; any other document stays as it is.
 */
export function withoutPages(lines: readonly string[]): readonly string[] {
  const pages = lines.filter((line) => pageMark.test(line)).length;
  if (pages < 2) return lines;
  const counts = new Map<string, number>();
  for (const line of lines) {
    const text = line.trim();
    if (text !== '' && text.length <= 60) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const isRunning = (line: string) =>
    (counts.get(line.trim()) ?? 0) >= Math.max(2, pages - 1) && !label.test(line.trim());
  return lines.map((line, index) => {
    const text = line.trim();
    if (pageMark.test(line) || isRunning(line) || (rule.test(line) && isBetween(lines, index)))
      return '';
    if (numberAlone.test(line) && isRunning(lines[index - 1] ?? '')) return '';
    if (criterion.test(text)) return `- ${text}`;
    if (requirement.test(text)) return `## ${text}`;
    return label.test(text) ? `### ${text}` : line;
  });
}

/** Right before the mark of a page. */
function isBetween(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1, index + 4).find((line) => line.trim() !== '');
  return next !== undefined && pageMark.test(next);
}
