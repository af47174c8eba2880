import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../support/random.ts';

/** A line that a user wrote, and the file that it stands in. */
export interface EditedPlace {
  readonly file: string;
  readonly text: string;
}

const PLACES = 20;

/** Writes a comment in each of twenty places of a service's code, chosen at random, between two declarations. */
export function editPlaces(directory: string, comment: string): readonly EditedPlace[] {
  const all = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?:src|app|tests?)\/.*\.(?:ts|py|rs)$/.test(file))
    .toSorted()
    .flatMap((file) => declarationsIn(join(directory, file)).map((at) => ({ file, at })));
  const random = createRandom(20);
  const chosen = new Set<(typeof all)[number]>();
  while (chosen.size < Math.min(PLACES, all.length)) chosen.add(random.pick(all));
  // From the end of a file on: what stands before keeps its number.
  const edits = [...chosen].toSorted((one, other) => other.at - one.at);
  return edits.map(({ file, at }, index) => {
    const text = `${comment} Mine, place ${index}.`;
    const path = join(directory, file);
    writeFileSync(path, readFileSync(path, 'utf8').split('\n').toSpliced(at, 0, text).join('\n'));
    return { file, text };
  });
}

/** The lines before which a comment may stand, whatever formatter looks at it. */
function declarationsIn(path: string): readonly number[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    lines[index - 1] === '' && /^(?:export|async|def|class|fn|pub|impl|function)\b/.test(line)
      ? [index]
      : [],
  );
}
