import { readField } from '../../../declaration/read-field.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeField, CodeReading } from '../code-entity.ts';
import { linesOf } from '../lines-of.ts';

const branch = /^[\s│|]*[├└][─—-]{1,3}\s*/u;
/** Trees of folders look the same. */
const files =
  /[\w-]\/\s*(?:\n|$|#)|\w\.(?:[cm]?[jt]sx?|py|rs|go|java|kt|md|json|ya?ml|html?|s?css|vue|svelte|php|rb|sql|txt|toml|lock|env|sh)\b/;

/** `├── name (string)` below the name of a record. */
export function readDrawnTree(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!/(?:^|\n)[\s│|]*[├└]/u.test(text) || files.test(text)) return undefined;
  const entities: (CodeEntity & { fields: CodeField[]; end: number })[] = [];
  for (const { text: line, start } of linesOf(text)) {
    const drawn = branch.exec(line)?.[0].length;
    const end = start + line.trimEnd().length;
    if (drawn === undefined) {
      if (/^[\p{L}_][\p{L}\p{N}_ -]{0,60}:?\s*$/u.test(line))
        entities.push({ name: line.trim().replace(/:$/, ''), start, end, fields: [], keys: [] });
      continue;
    }
    const member = readField(line.slice(drawn), vocabulary);
    const into = entities.at(-1);
    if (member === undefined || into === undefined) continue;
    into.fields.push({ name: member.name, facts: member.facts, start: start + drawn, end });
    into.end = end;
  }
  const found = entities.filter(
    ({ fields }) => fields.length > 1 && fields.some(({ facts }) => facts.type !== undefined),
  );
  return found.length === 0 ? undefined : { entities: found, enums: [] };
}
