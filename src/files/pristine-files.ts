import type { FileTree } from './file-tree.ts';
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
export function pristineJson({ files, pending }: Pristine): string {
  const rows = files.map(({ path, owner, executable, sources, content }) => {
    const row = {
      owner,
      ...(executable === true && { executable }),
      sources: sources.map(packSpan),
      content,
    };
    return `${JSON.stringify(path)}:${JSON.stringify(row)}`;
  });
  const open = [...pending].map(
    ([path, sides]) => `${JSON.stringify(path)}:${JSON.stringify(sides)}`,
  );
  return `{"formatVersion":${PRISTINE_FORMAT},\n"files":{${lines(rows)}},\n"pending":{${lines(open)}}}\n`;
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
