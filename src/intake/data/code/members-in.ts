import { mergeFacts } from '../../declaration/facts.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import { annotated } from './annotations.ts';
import { canonicalLine } from './canonical-line.ts';
import type { MemberOrder } from './canonical-line.ts';
import type { CodeField } from './code-entity.ts';
import { linesOf, spanOfLine } from './lines-of.ts';
import { memberGroup } from './member-groups.ts';
import { readMember } from './read-member.ts';
import type { Member } from './read-member.ts';

/** Groups within groups deeper than that say nothing more of a record. */
const DEEPEST = 3;
/** `unique: [user, event]` and `indexes: [email]` are said of the record. */
const constraint = /^\s*(?:unique(?:Keys?|Together)?|index(?:es)?|unique_together)\s*[:=]\s*[[(]/i;

/** The combinations of members that such a line calls unique. */
export function uniqueIn(body: string): readonly (readonly string[])[] {
  return [
    ...body.matchAll(
      /(?:^|\n)\s*unique(?:Keys?|Together|_together)?\s*[:=]\s*[[(]([^\])\n]{3,200})[\])]/gi,
    ),
  ].map((found) =>
    (found[1] ?? '').split(',').map((name) => name.trim().replace(/^["'`]|["'`]$/g, '')),
  );
}

/** Members between brackets: one a line, with annotations above, or several on a line. */
export function membersIn(
  body: string,
  offset: number,
  vocabulary: Vocabulary,
  order: MemberOrder = 'name first',
  level = 0,
): readonly CodeField[] {
  const fields: CodeField[] = [];
  let depth = 0;
  /** Where a group of members ends that was read as a whole. */
  let read = -1;
  /** Annotations that stand above their member. */
  let above = '';
  for (const line of linesOf(body, offset)) {
    if (line.start - offset <= read) continue;
    if (depth === 0) {
      if (constraint.test(line.text)) continue;
      const group =
        order === 'name first' && level < DEEPEST
          ? memberGroup(body, line.start - offset, line, vocabulary, (inner, at) =>
              membersIn(inner, at, vocabulary, order, level + 1),
            )
          : undefined;
      if (group !== undefined) {
        fields.push(...group.fields);
        read = group.end;
        continue;
      }
      const { line: text, said } = canonicalLine(line.text, order);
      const several =
        order !== 'name first' || text.includes('//') || /\([^)]*,/.test(text)
          ? []
          : line.text.split(/[,;](?![^<>[\]{}()]*[>\]})])/);
      if (several.filter((part) => part.trim() !== '').length > 1) {
        let { start } = line;
        for (const part of several) {
          const member = readMember(part, vocabulary);
          if (member !== undefined) fields.push({ ...member, start, end: start + part.length });
          start += part.length + 1;
        }
        above = '';
      } else {
        const member = readMember(text, vocabulary);
        if (member !== undefined) {
          fields.push({ ...withSaid(member, above + said), ...spanOfLine(line) });
          above = '';
        } else if (text.trim() === '') above = (above + said).slice(0, 1000);
        else above = '';
      }
    }
    depth = Math.max(0, depth + count(line.text, /[{[(]/g) - count(line.text, /[}\])]/g));
  }
  return fields;
}

/** What annotations say counts before what the type alone suggests. */
export function withSaid(member: Member, said: string): Member {
  if (said.trim() === '') return member;
  const facts = annotated(said);
  return { ...member, facts: mergeFacts(facts, { ...member.facts, ...without(facts, 'type') }) };
}

function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = object;
  return rest;
}

function count(line: string, pattern: RegExp): number {
  return line.match(pattern)?.length ?? 0;
}
