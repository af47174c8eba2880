import { mergeFacts } from '../../../declaration/facts.ts';
import type { Facts } from '../../../declaration/facts.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeEnum, CodeField, CodeReading } from '../code-entity.ts';
import { readEnumBody } from '../enum-body.ts';
import { readErRelations } from '../er-relations.ts';
import type { DrawnRelation } from '../er-relations.ts';
import { linesOf, spanOfLine } from '../lines-of.ts';
import type { CodeLine } from '../lines-of.ts';
import { readMemberType } from '../read-member.ts';

const head =
  /^\s*(?:abstract\s+)?(class|entity|enum|object|struct|table)\s*\(?\s*("[^"]+"|[\p{L}_][\p{L}\p{N}_]*)(?:\s+as\s+("[^"]+"|\w+))?(?:~\w+~)?[^{\n]{0,60}\{\s*$/iu;
/** Mermaid also names members one by one: `Patient : +String name`. */
const single = /^\s*([\p{L}_]\w*)\s*:\s*([+\-#~].+)$/u;
const arrow =
  /^\s*([\p{L}_]\w*)\s*(?:"([^"]*)")?\s*((?:<\|)?[*o<]?(?:-+|\.+)(?:\w+-+)?(?:\|>|[*o>])?)\s*(?:"([^"]*)")?\s*([\p{L}_]\w*)\s*(?::|$)/u;

/** Class diagrams of Mermaid, class and entity diagrams of PlantUML. */
export function readClassDiagram(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!/(?:^|\n)\s*(?:classDiagram|@startuml)\b/.test(text)) return undefined;
  const entities = new Map<string, CodeEntity & { fields: CodeField[]; end: number }>();
  const enums: CodeEnum[] = [];
  /** PlantUML's short names: `entity "Patient record" as patient`. */
  const shortNames = new Map<string, string>();
  const relations: DrawnRelation[] = [...readErRelations(text)];
  const entity = (name: string, line: CodeLine) => {
    const known = entities.get(name) ?? { name, fields: [], keys: [], ...spanOfLine(line) };
    entities.set(name, known);
    return known;
  };
  let open:
    | {
        readonly name: string;
        readonly head: CodeLine;
        readonly lines: CodeLine[];
        isEnum: boolean;
      }
    | undefined;
  for (const line of linesOf(text)) {
    if (open !== undefined) {
      if (!/^\s*\}/.test(line.text)) {
        open.isEnum ||= /<<\s*enum/i.test(line.text);
        open.lines.push(line);
        continue;
      }
      if (open.isEnum) {
        const body = open.lines.map((each) => each.text).filter((each) => !each.includes('<<'));
        const read = readEnumBody(body.join('\n'));
        if (read !== undefined)
          enums.push({
            name: open.name,
            ...read,
            start: open.head.start,
            end: line.start + line.text.length,
          });
      } else {
        const into = entity(open.name, open.head);
        for (const each of open.lines) {
          const member = memberOf(each.text, vocabulary);
          if (member !== undefined) into.fields.push({ ...member, ...spanOfLine(each) });
        }
        into.end = line.start + line.text.length;
      }
      open = undefined;
      continue;
    }
    const found = head.exec(line.text);
    if (found !== null) {
      const [, keyword = '', quoted = '', as] = found;
      const name = (as?.startsWith('"') === true ? as : quoted).replace(/"/g, '');
      if (as !== undefined)
        shortNames.set((as.startsWith('"') ? quoted : as).replace(/"/g, ''), name);
      open = {
        name,
        head: line,
        lines: [],
        isEnum: /enum/i.test(keyword) || /<<\s*enum/i.test(line.text),
      };
      continue;
    }
    const one = single.exec(line.text);
    const member = one === null ? undefined : memberOf(one[2] ?? '', vocabulary);
    if (one !== null && member !== undefined)
      entity(one[1] ?? '', line).fields.push({ ...member, ...spanOfLine(line) });
    const relation = one === null ? relationOf(line) : undefined;
    if (relation !== undefined) relations.push(relation);
  }
  const nameOf = (name: string) => shortNames.get(name) ?? name;
  return {
    entities: [...entities.values()].filter(({ fields }) => fields.length > 0),
    enums,
    relations: relations.map((each) => ({ ...each, from: nameOf(each.from), to: nameOf(each.to) })),
  };
}

/** `+String name`, `name : varchar(120) <<unique>>`, `* id : uuid <<PK>>`; methods are none. */
function memberOf(
  written: string,
  vocabulary: Vocabulary,
): { name: string; facts: Facts } | undefined {
  const text = written.trim().replace(/^\{\w+\}\s*/, '');
  const isMandatory = text.startsWith('*');
  const bare = text.replace(/^[+\-#~*]+\s*/, '').replace(/\s*[;$*]$/, '');
  if (!/^[\p{L}_]/u.test(bare) || /^\w+\s*\(/.test(bare)) return undefined;
  const stereotypes = [...bare.matchAll(/<<([^<>]*)>>|\{([^{}]*)\}/g)]
    .map((each) => each[1] ?? each[2])
    .join(' ');
  const core = bare.replace(/<<[^<>]*>>|\{[^{}]*\}/g, '').trim();
  const named = /^"?([\p{L}_][\p{L}\p{N}_ ]{0,60}?)"?\s*:\s*(.+)$/u.exec(core);
  const typed =
    /^([\p{L}_][\w.]*(?:[<~].+[>~])?(?:\[\])?\??(?:\([\d, ]+\))?)\s+([\p{L}_]\w*)$/u.exec(core);
  if (
    typed !== null &&
    (typed[1] ?? '').endsWith(')') &&
    codeType(typed[1] ?? '', vocabulary) === undefined
  )
    return undefined;
  const name = named?.[1] ?? typed?.[2] ?? (/^[\p{L}_]\w*$/u.test(core) ? core : undefined);
  const type = (named?.[2] ?? typed?.[1])?.replace(/~(.+)~/, '<$1>').trim();
  if (name === undefined) return undefined;
  let facts: Facts = type === undefined ? {} : { ...readMemberType(type, vocabulary) };
  if (isMandatory) facts.required = true;
  if (/\bPK\b|\bprimary key\b/i.test(stereotypes)) facts.key = true;
  if (/\bunique\b|\bUK\b/i.test(stereotypes)) facts.unique = true;
  if (/\bnot null\b/i.test(stereotypes)) facts.required = true;
  if (/\bFK\b|\bforeign key\b/i.test(stereotypes))
    facts = mergeFacts(facts, { type: { kind: 'reference', to: undefined, cardinality: 'one' } });
  return { name, facts };
}

/** `Patient "1" --> "*" Appointment : has`; without numbers, or as inheritance, an arrow says too little. */
function relationOf(line: CodeLine): DrawnRelation | undefined {
  const found = arrow.exec(line.text);
  if (found === null || (found[3] ?? '').includes('|')) return undefined;
  const [, left = '', leftEnd = '', , rightEnd = '', right = ''] = found;
  if (leftEnd === '' && rightEnd === '') return undefined;
  const isMany = (end: string) => /[*nm]\s*$|\bmany\b/i.test(end);
  const place = spanOfLine(line);
  if (isMany(leftEnd) && isMany(rightEnd))
    return { from: left, to: right, cardinality: 'many', ...place };
  if (isMany(rightEnd)) return { from: right, to: left, cardinality: 'one', ...place };
  return isMany(leftEnd) ? { from: left, to: right, cardinality: 'one', ...place } : undefined;
}
