import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { readBraces } from '../braces.ts';
import { canonicalLine } from '../canonical-line.ts';
import type { CodeEntity, CodeField, CodeReading } from '../code-entity.ts';
import { matchingEnd, splitTopLevel } from '../matching-end.ts';
import { withSaid } from '../members-in.ts';
import { readMember } from '../read-member.ts';

const head =
  /(?:^|\n)[ \t]*(?:(?:public|private|internal|final|sealed|open|@\w+(?:\([^)\n]*\))?)\s+)*(data\s+class|case\s+class|record)\s+(\w+)\s*(?:<[^>\n]*>)?\(/g;

/** Classes whose members stand in the brackets of their constructor: Kotlin, Scala, records of Java and C#. */
export function readConstructorClasses(
  text: string,
  vocabulary: Vocabulary,
): CodeReading | undefined {
  const entities: CodeEntity[] = [];
  for (const found of text.matchAll(head)) {
    const open = found.index + found[0].length - 1;
    const close = matchingEnd(text, open);
    const order = found[1] === 'record' ? 'type first' : 'name first';
    const fields = splitTopLevel(text.slice(open + 1, close), open + 1).flatMap((part) => {
      const { line, said } = canonicalLine(part.text, order);
      const member = readMember(
        line.replace(/^(?:(?:private|override)\s+)*(?:val|var)\s+/, ''),
        vocabulary,
      );
      if (member === undefined) return [];
      const start = part.start + part.text.length - part.text.trimStart().length;
      const field: CodeField = {
        ...withSaid(member, said),
        start,
        end: part.start + part.text.trimEnd().length,
      };
      return [field];
    });
    const start = found.index + (found[0].startsWith('\n') ? 1 : 0);
    entities.push({ name: found[2], fields, keys: [], start, end: close + 1 });
  }
  if (entities.length === 0) return undefined;
  const others = readBraces(text, '', vocabulary);
  return { entities: [...entities, ...others.entities], enums: others.enums };
}
