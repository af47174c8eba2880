/**
 * YAML between two `---` at the very beginning says things of the document, not of the system: its lines become
 * empty, but for the title where the text has none of its own. The lines stay as many.
 */
export function withoutFrontMatter(text: string): string {
  const found = /^---[ \t]*\n([^]{0,5000}?)\n---[ \t]*(?=\n|$)/.exec(text);
  const lines = found?.[1]?.split('\n') ?? [];
  if (found === null || !lines.every((line) => yaml.test(line))) return text;
  const rest = text.slice(found[0].length);
  const hasTitle = /^#[ \t]+\S/m.test(rest);
  const kept = lines.map((line) =>
    hasTitle || !/^title:\s*\S/.test(line) ? '' : line.replace('title:', '# '),
  );
  return ['', ...kept, ''].join('\n') + rest;
}

/** `key: value`, what is indented below it, a list, a remark, or nothing. */
const yaml = /^(?:[\w-]+:(?:\s|$)|\s|#|- |$)/;
