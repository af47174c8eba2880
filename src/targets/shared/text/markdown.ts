/** The user's words inside a line of Markdown: they are shown as they are, whatever they look like. */
export function plain(words: string): string {
  return oneLine(words)
    .replace(/[\\`*_~[\]<>|$]/g, String.raw`\$&`)
    .replace(/&(?=#?\w{1,31};)/g, String.raw`\&`)
    .replace(/^(?=[-+#=])/, '\\')
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}

/** Text as code inside a line: the fence is longer than any run of backticks in it. */
export function code(text: string): string {
  const shown = oneLine(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** A table of cells that are Markdown already; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** A heading with what stands below it; nothing where there is nothing below. */
export function section(title: string, ...parts: readonly string[]): string {
  const body = parts.filter((part) => part !== '').join('\n\n');
  return body === '' ? '' : `${title}\n\n${body}`;
}

/** A block of code. */
export function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join('\n');
}

/** Sections as a document. */
export function markdown(...sections: readonly string[]): string {
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Words without line breaks, tabs and other characters that show nothing. */
export function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A pipe that is not escaped yet, as in code, would end the cell. */
function cell(text: string): string {
  return text.replace(/(?<!\\)\|/g, String.raw`\|`);
}
