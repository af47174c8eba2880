import type { Node } from '#blueprint';
import { commentText, sourceOf } from '../../shared/text/source-text.ts';
import { widthOf } from './code.ts';

/** `/// Auftrag (workshop.md:30).`, wrapped where it is long; `//!` for a module. */
export function docComment(
  text: string,
  node?: Pick<Node, 'sources'>,
  indent = 0,
  mark = '///',
): string {
  const source = node ? sourceOf(node) : '';
  const words = commentText(text).replace(/\.$/, '');
  const space = ' '.repeat(indent);
  const lines = wrapped(safe(`${words}${source && ` (${source})`}.`), 96 - indent);
  return lines.map((line) => `${space}${mark} ${escaped(line)}\n`).join('');
}

/** Characters that turn text around are refused in comments. */
function safe(text: string): string {
  return text.replace(/\p{Cf}/gu, '');
}

/** No line of a comment begins a list, a heading, a table or a block of code. */
function escaped(line: string): string {
  return line.replace(/^([-*+#>|=~`[<\d])/, String.raw`\$1`).replace(/^\\(?=\d)/, '');
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (line !== '' && widthOf(`${line} ${word}`) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
