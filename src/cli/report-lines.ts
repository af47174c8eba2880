import { printable } from '#diagnostics';
import type { SourceSpan } from '#diagnostics';
import type { Output } from './output.ts';

/** One statement of a report and where it comes from. */
export interface ReportItem {
  readonly text: string;
  readonly sources: readonly SourceSpan[];
  /** Lines below it. */
  readonly more?: readonly string[];
}

/** A titled list with the line of each item; nothing where there is no item. */
export function reportLines(
  title: string,
  items: readonly ReportItem[],
  { style, shown = Infinity }: { readonly style: Output['style']; readonly shown?: number },
): string[] {
  if (items.length === 0) return [];
  const lines = items.slice(0, shown).map(({ text, sources: [source], more = [] }) => {
    const place = source ? style('dim', ` (line ${source.line})`) : '';
    const below = more.map((line) => `\n      ${printable(line).slice(0, 300)}`);
    return `  · ${printable(text).slice(0, 300)}${place}${below.join('')}`;
  });
  const rest = items.length > shown ? [style('dim', `  … and ${items.length - shown} more`)] : [];
  return ['', style('bold', title), ...lines, ...rest];
}
