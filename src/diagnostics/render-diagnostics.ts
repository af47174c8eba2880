import { codeFrame } from './code-frame.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';
import { printable } from './printable.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

/** How to show diagnostics to a person. */
export interface RenderOptions {
  /** The text of a document, for the code frame; undefined when it is not at hand. */
  readonly readSource: (document: string) => string | undefined;
  readonly color: boolean;
  /** Columns of the terminal, 100 by default. */
  readonly width?: number;
}

/**
 * The diagnostics as text, sorted, each with its place, the lines it is about and what to do:
 *
 *     error[intake/unknown-type]: There is no type 'strng'.
 *       --> prd.md:12:10
 *        |
 *     12 | - price (strng, required)
 *        |          ^^^^^
 *        = help: Use one of the types in docs/intake.md.
 *
 * Nothing in it that came from a document can control the terminal.
 */
export function renderDiagnostics(
  diagnostics: readonly Diagnostic[],
  options: RenderOptions,
): string {
  const documents = new Map<string, readonly string[] | undefined>();
  const linesOf = (document: string): readonly string[] | undefined => {
    if (!documents.has(document)) {
      documents.set(document, options.readSource(document)?.split(/\r\n|[\r\n]/));
    }
    return documents.get(document);
  };
  const paint = options.color ? colored : plain;
  const width = Math.max(40, options.width ?? 100);
  return sortDiagnostics(diagnostics)
    .map((diagnostic) => render(diagnostic, linesOf, paint, width))
    .join('\n');
}

type Style = Severity | 'bold' | 'dim';
type Paint = (style: Style, text: string) => string;

const SGR: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  bold: '1',
  dim: '34',
};

const colored: Paint = (style, text) => `\u001b[${SGR[style]}m${text}\u001b[0m`;
const plain: Paint = (_, text) => text;

function render(
  { code, severity, message, help, source }: Diagnostic,
  linesOf: (document: string) => readonly string[] | undefined,
  paint: Paint,
  width: number,
): string {
  const title = `${paint(severity, `${severity}[${printable(code)}]`)}${paint('bold', `: ${printable(message)}`)}\n`;
  const advice = `${paint('dim', '=')} ${paint('bold', 'help:')} ${printable(help)}\n`;
  if (source === undefined) return `${title}  ${advice}`;
  const lines = linesOf(source.document) ?? [];
  const gutter = String(Math.min(source.endLine, Math.max(lines.length, source.line))).length;
  const margin = ' '.repeat(gutter);
  const place = `${printable(source.document)}:${source.line}:${source.column}`;
  let text = `${title}${margin}${paint('dim', '-->')} ${place}\n`;
  const frame = codeFrame(lines, source, width - gutter - 3);
  const bar = paint('dim', '|');
  if (frame.length > 0) text += `${margin} ${bar}\n`;
  for (const { number, text: code, underline } of frame) {
    if (number === undefined) {
      text += `${paint('dim', code)}\n`;
      continue;
    }
    const label = paint('dim', `${String(number).padStart(gutter)} |`);
    text += `${label}${code === '' ? '' : ` ${code}`}\n`;
    const indent = underline.length - underline.trimStart().length;
    text += `${margin} ${bar} ${' '.repeat(indent)}${paint(severity, underline.slice(indent))}\n`;
  }
  return `${text}${margin} ${advice}`;
}
