import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeField } from './code-entity.ts';
import type { CodeLine } from './lines-of.ts';
import { spanOfLine } from './lines-of.ts';
import { matchingEnd } from './matching-end.ts';
import { optionsOf } from './member-options.ts';

const head = /^\s*([\p{L}_$][\p{L}\p{N}_$]*)(\?)?\s*:\s*\{/u;
/** Options of a member: `{ type: String, required: true }`. */
const options = /^\s*type\s*:/;
/** Groups that say nothing which their members do not. */
const containers =
  /^(?:profile|details?|info(?:rmation)?|data|meta|attributes|properties|fields|general|basic|extra)$/i;

/** A member whose value is written between braces: `email: { type: String }`, `address: { street: string, city: string }`. */
export interface MemberGroup {
  readonly fields: readonly CodeField[];
  /** Where it ends in the text that was given. */
  readonly end: number;
}

/**
 * @param body what the line is one of, @param at where the line begins in it
 * @param members reads what stands between the braces
 */
export function memberGroup(
  body: string,
  at: number,
  line: CodeLine,
  vocabulary: Vocabulary,
  members: (inner: string, offset: number) => readonly CodeField[],
): MemberGroup | undefined {
  const found = head.exec(line.text);
  if (found === null) return undefined;
  const [whole, name = '', optional] = found;
  const open = at + whole.length - 1;
  const end = matchingEnd(body, open);
  const inner = body.slice(open + 1, end);
  const place = { ...spanOfLine(line) };
  if (options.test(inner))
    return { fields: [{ name, facts: optionsOf(`{${inner}}`, vocabulary), ...place }], end };
  const isList = /^\s*\[/.test(body.slice(end + 1, end + 8));
  const inside = isList ? [] : members(inner, line.start + whole.length);
  if (inside.length < 2)
    return { fields: [{ name, facts: { type: { kind: 'json' } }, ...place }], end };
  const fields = inside.map((field) => ({
    ...field,
    name: containers.test(name) ? field.name : joined(name, field.name),
    facts: optional === undefined ? field.facts : { ...field.facts, required: false },
  }));
  return { fields, end };
}

/** The name of a part is told from that of the record: `contact: { name }` is `contactName`. */
function joined(group: string, name: string): string {
  return group.includes('_') || name.includes('_')
    ? `${group}_${name}`
    : `${group}${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
