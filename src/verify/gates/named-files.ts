import { currentReader, readPristine } from '#files';

/** Of the generated files that the output of a tool names: those as they were generated, and those edited since. */
export interface NamedFiles {
  readonly untouched: readonly string[];
  readonly edited: readonly string[];
}

/** Looks for the paths of generated files in what a tool printed in a service's folder. */
export function namedFiles(directory: string, output: string): NamedFiles {
  const text = output.replaceAll(`${directory}/`, '');
  const read = currentReader(directory);
  const named = (readPristine(directory).value?.files ?? []).filter(({ path }) =>
    isNamed(text, path),
  );
  const isUntouched = ({ path, content }: (typeof named)[number]) => read(path) === content;
  const paths = (files: typeof named) => files.map(({ path }) => path);
  return {
    untouched: paths(named.filter(isUntouched)),
    edited: paths(named.filter((file) => !isUntouched(file))),
  };
}

/** As a whole: `main.py` is not named by `app/main.py`. */
function isNamed(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + path.length] ?? ' '}`;
    if (!/[\w./-]/.test(around.replace(/\.$/, ''))) return true;
  }
  return false;
}
