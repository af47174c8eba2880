import type { Node } from '#blueprint';
import { commentText, sourceOf } from '../../shared/text/source-text.ts';
import { widthOf } from './code.ts';

/** `"""Auftrag (workshop.md:30)."""`, or over several lines where it is long. */
export function docstring(text: string, node?: Pick<Node, 'sources'>, indent = 0): string {
  const source = node ? sourceOf(node) : '';
  const words = commentText(text).replace(/\.$/, '');
  const whole = escaped(`${words}${source && ` (${source})`}.`);
  const space = ' '.repeat(indent);
  const one = `${space}"""${whole}"""`;
  const lines = wrapped(whole, 100 - indent);
  // The formatter leaves the quotes beside a text of one line, however long.
  if (widthOf(one) <= 100 || lines.length === 1) return `${one}\n`;
  return `${space}"""${lines.join(`\n${space}`)}\n${space}"""\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', String.raw`\"\"\"`)
    .replace(/"$/, '" ');
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(`${line} ${word}`) > width - 3) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
