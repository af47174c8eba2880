import type { FileTree } from './file-tree.ts';
import { chunksOf } from './generated-file.ts';
import type { GeneratedFile } from './generated-file.ts';
import type { Pristine } from './pristine.ts';

/** The folder by which a forged service is recognised. */
export const MICROFORGE = '.microforge';

/** Where the pristine copy lies in a service. */
export const PRISTINE_PATH = `${MICROFORGE}/pristine.json`;

/** Where the blueprint lies in a service. */
export const BLUEPRINT_PATH = `${MICROFORGE}/blueprint.json`;

/** The version of the layout of `pristine.json`. */
export const PRISTINE_FORMAT = 1;

/** The files of `.microforge/`: the pristine copy, and the blueprint (canonical JSON) that made it. */
export function pristineFiles(pristine: Pristine, blueprint: string): FileTree {
  return [own(BLUEPRINT_PATH, blueprint), own(PRISTINE_PATH, pristineJson(pristine))];
}

/** One line per file, so that a diff of two versions is readable; the order is that of the paths. */
export function pristineJson(pristine: Pristine): string {
  const text: string[] = [];
  writePristine(pristine, (piece) => text.push(piece));
  return text.join('');
}

/**
 * Writes what `pristineJson` gives, piece by piece.
 * @param textOf gives the content of a file in pieces; asked once for each, so that it can be written beside it
 */
export function writePristine(
  { files, pending }: Pristine,
  write: (piece: string) => void,
  textOf: (file: GeneratedFile) => Iterable<string> = chunksOf,
): void {
  write(`{"formatVersion":${PRISTINE_FORMAT},\n"files":{`);
  for (const [index, file] of files.entries()) {
    const { path, owner, executable, sources } = file;
    const facts = {
      owner,
      ...(executable === true && { executable }),
      sources: sources.map(packSpan),
    };
    const row = JSON.stringify(facts).slice(0, -1);
    write(`${index === 0 ? '\n' : ',\n'}${JSON.stringify(path)}:${row},"content":"`);
    for (const chunk of textOf(file)) write(JSON.stringify(chunk).slice(1, -1));
    write('"}');
  }
  const open = [...pending].map(
    ([path, sides]) => `${JSON.stringify(path)}:${JSON.stringify(sides)}`,
  );
  write(`${files.length === 0 ? '' : '\n'}},\n"pending":{${lines(open)}}}\n`);
}

type PackedSpan = readonly [document: string, ...place: number[]];

function packSpan(span: GeneratedFile['sources'][number]): PackedSpan {
  return [span.document, span.line, span.column, span.endLine, span.endColumn];
}

function lines(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`;
}

function own(path: string, content: string): GeneratedFile {
  return { path, content, owner: 'generated', sources: [] };
}
