import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeEntity, CodeField } from './code-entity.ts';
import { matchingEnd } from './matching-end.ts';
import { membersIn, uniqueIn } from './members-in.ts';
import { readField } from '../../declaration/read-field.ts';
import { readMember } from './read-member.ts';
import type { Member } from './read-member.ts';

/** `{ "id": "uuid", … }` without a name, alone in its fence. */
export function readNameless(text: string, vocabulary: Vocabulary): CodeEntity | undefined {
  const trimmed = text.trimStart();
  if (!trimmed.startsWith('{')) return undefined;
  const open = text.length - trimmed.length;
  const close = matchingEnd(text, open);
  if (text.slice(close + 1).trim() !== '') return undefined;
  const body = text.slice(open + 1, close);
  const fields = membersIn(body, open + 1, vocabulary);
  return fields.length < 2
    ? undefined
    : { name: undefined, fields, keys: uniqueIn(body), start: open, end: close + 1 };
}

/** YAML-like: `Task:` and what is indented below. */
export function readYaml(text: string, vocabulary: Vocabulary): readonly CodeEntity[] {
  return indented(
    text,
    /^(?:-\s*)?["']?([\p{L}_][\p{L}\p{N}_ ]{1,40})["']?\s*[:：]\s*$/u,
    vocabulary,
  );
}

function indented(text: string, head: RegExp, vocabulary: Vocabulary): readonly CodeEntity[] {
  const entities: {
    name: string;
    start: number;
    end: number;
    indent: number;
    fields: CodeField[];
    keys: [];
  }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length;
    const current = entities.at(-1);
    const name = head.exec(line.trim())?.[1];
    if (name !== undefined && (current === undefined || indent <= current.indent))
      entities.push({ name, start: at, end: at + line.length, indent, fields: [], keys: [] });
    else if (current !== undefined && indent > current.indent) {
      const member = memberOf(line.replace(/^\s*-\s+/, ''), vocabulary);
      if (member !== undefined) {
        current.fields.push({ ...member, start: at + indent, end: at + line.trimEnd().length });
        current.end = at + line.length;
      }
    }
    at += line.length + 1;
  }
  return entities.filter((entity) => entity.fields.length > 0);
}

/** `title: string`, or as in a list: `title: string, required, max 80`. */
function memberOf(line: string, vocabulary: Vocabulary): Member | undefined {
  return /:[^'"#[{]*,/.test(line) ? readField(line, vocabulary) : readMember(line, vocabulary);
}
