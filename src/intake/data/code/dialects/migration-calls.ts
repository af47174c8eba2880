import type { Facts } from '../../../declaration/facts.ts';
import { readValues } from '../../../declaration/read-values.ts';
import type { Vocabulary } from '../../../lexicon/vocabulary.ts';
import { annotated } from '../annotations.ts';
import { codeType } from '../code-type.ts';
import type { CodeEntity, CodeField, CodeReading } from '../code-entity.ts';
import { linesOf, spanOfLine } from '../lines-of.ts';

const head = /\b(?:create_table|Schema::create|schema)\s*\(?\s*:?["']?(\w+)/;
/** `t.string :name, null: false`, `$table->string('name', 80)->unique();`, `field :name, :string`. */
const column = /^\s*(?:t\.|\$table->)(\w+)\s*\(?\s*[:"'](\w+)["']?(.*)$/;
const ecto = /^\s*(?:field|belongs_to)\s+:(\w+),\s*:?([\w.]+)(.*)$/;

/** Tables as Rails and Laravel migrate to them, and schemas of Ecto. */
export function readMigrationCalls(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  if (!head.test(text)) return undefined;
  const entities: (CodeEntity & { fields: CodeField[]; end: number })[] = [];
  for (const line of linesOf(text)) {
    const name = head.exec(line.text)?.[1];
    const current = entities.at(-1);
    if (name !== undefined)
      entities.push({ name, table: true, fields: [], keys: [], ...spanOfLine(line) });
    else if (current !== undefined) {
      const member = memberOf(line.text, vocabulary);
      if (member !== undefined) current.fields.push({ ...member, ...spanOfLine(line) });
      current.end = line.start + line.text.length;
    }
  }
  const found = entities.filter(({ fields }) => fields.length > 0);
  return found.length === 0 ? undefined : { entities: found, enums: [] };
}

function memberOf(
  line: string,
  vocabulary: Vocabulary,
): { name: string; facts: Facts } | undefined {
  const inEcto = ecto.exec(line);
  const [, kind = '', name = '', rest = ''] =
    (inEcto === null ? column.exec(line) : ['', inEcto[2], inEcto[1], inEcto[3]]) ?? [];
  if (name === '' || /^(?:timestamps|index|unique|primary|foreign)$/.test(kind)) return undefined;
  const facts: Facts = annotated(rest.replaceAll('->', '.'));
  if (/->nullable\(/.test(rest)) facts.required = false;
  else if (line.includes('$table->')) facts.required = true;
  const length = /^\s*,\s*(\d{1,6})\s*\)/.exec(rest)?.[1];
  if (length !== undefined) facts.maxLength = Number(length);
  if (
    /^(?:references|belongs_to|foreignId|foreignUuid)$/.test(kind) ||
    /^\s*belongs_to\b/.test(line)
  )
    facts.type = { kind: 'reference', to: name.replace(/_id$/, ''), cardinality: 'one' };
  else Object.assign(facts, { type: codeType(columnTypes[kind] ?? kind, vocabulary)?.type });
  if (facts.type === undefined) delete facts.type;
  const values = kind === 'enum' ? readValues(/\[([^\]]*)\]/.exec(rest)?.[1] ?? '') : undefined;
  if (values !== undefined) facts.type = { kind: 'enum', values };
  return { name, facts };
}

/** Names of column types that only these tools have. */
const columnTypes: Readonly<Record<string, string>> = {
  longText: 'text',
  mediumText: 'text',
  bigInteger: 'integer',
  unsignedInteger: 'integer',
  unsignedBigInteger: 'integer',
  tinyInteger: 'integer',
  dateTime: 'datetime',
  dateTimeTz: 'datetime',
  timestampTz: 'datetime',
  utc_datetime: 'datetime',
  naive_datetime: 'datetime',
};
