/** One row of an HTML table: the text of its cells, and the line it begins in. */
export interface HtmlRow {
  readonly line: number;
  readonly lastLine: number;
  readonly cells: readonly string[];
}

/** The rows of an HTML table; cells that span rows are repeated. Reads tags by pattern: real pages are not nested deeper. */
export function htmlRows(html: string, firstLine: number): readonly HtmlRow[] {
  const rows: HtmlRow[] = [];
  const spans: { text: string; left: number }[] = [];
  for (const match of html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi)) {
    const line = firstLine + html.slice(0, match.index).split('\n').length - 1;
    const cells: string[] = [];
    const given = [...(match[1] ?? '').matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)<\/t[dh]>/gi)];
    for (const cell of given) {
      fill(cells, spans);
      const text = cellText(cell[2] ?? '');
      const rowspan = Number(/rowspan\s*=\s*["']?(\d{1,3})/i.exec(cell[1] ?? '')?.[1] ?? 1);
      if (rowspan > 1) spans[cells.length] = { text, left: rowspan };
      cells.push(text);
    }
    fill(cells, spans);
    for (const span of spans) if (span !== undefined) span.left -= 1;
    if (cells.length > 0)
      rows.push({ line, lastLine: line + match[0].split('\n').length - 1, cells });
  }
  return rows;
}

function fill(
  cells: string[],
  spans: readonly ({ text: string; left: number } | undefined)[],
): void {
  for (
    let span = spans[cells.length];
    span !== undefined && span.left > 0 && cells.length < 50;
    span = spans[cells.length]
  )
    cells.push(span.text);
}

function cellText(html: string): string {
  return html
    .replace(/<(?:br|li|p|div)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
