import type { DraftType, Facts } from '../../declaration/facts.ts';
import { readType } from '../../declaration/read-type.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';

/** Types of programming languages which no lexicon has, since nobody would say them. */
const types: readonly (readonly [RegExp, DraftType])[] = [
  [/^(?:naivedate|dateonly|(?:datetime\.)?date)$/i, { kind: 'date' }],
  [
    /^(?:datetime<\w+>|naivedatetime|offsetdatetime|(?:google\.protobuf\.)?timestamp|time\.time|datetime\.datetime|aware_?datetime|utc_datetime|instant)$/i,
    { kind: 'datetime' },
  ],
  [/^(?:guid|uuid\.uuid|uuidfield|uuid[v_]?\d?|ulid)$/i, { kind: 'uuid' }],
  [
    /^(?:big_?decimal|decimal\.decimal|rust_decimal::decimal)$/i,
    { kind: 'decimal', precision: 15, scale: 2 },
  ],
  [/^(?:[iu](?:8|16|32|64|128|size)|u?int(?:8|16|32|64)|byte|ushort|ulong)$/i, { kind: 'integer' }],
  [/^(?:f32|f64|float32|float64)$/i, { kind: 'number' }],
  [/^conint\(/, { kind: 'integer' }],
  [/^constr\(/, { kind: 'string' }],
  [/^confloat\(/, { kind: 'number' }],
  [/^condecimal\(/, { kind: 'decimal', precision: 15, scale: 2 }],
  [/^(?:emailstr|email_?str)$/i, { kind: 'email' }],
  [/^(?:httpurl|anyurl|anyhttpurl|uri)$/i, { kind: 'url' }],
  [/^(?:secretstr)$/i, { kind: 'secret' }],
  [
    /^(?:(?:record|map|dict|hashmap|btreemap|dictionary|mapping)\s*[<[].*|map\[.*|(?:serde_json::)?(?:json)?value|jsonb|google\.protobuf\.struct|jsonnode|jsonelement|interface\{\}|any|unknown|object)$/i,
    { kind: 'json' },
  ],
];

/** What a type may stand in without meaning anything else. */
const wrapper = /^(?:Mapped|Annotated|Final|ClassVar|Box|Arc|Rc|Ref|Lazy)\s*[<[]\s*(.+?)\s*[>\]]$/s;
const maybe =
  /^(?:Option|Optional|Nullable|Maybe)\s*[<[]\s*(.+?)\s*[>\]]$|^\*\s*([\w.]+)$|^(.+?)\s*\|\s*(?:None|null|undefined)$|^(.*[\w\]>])\?$/s;
const several = /^\[\]\s*\*?\s*([\w.]+)$/;

/**
 * A type as code has it: `Option<NaiveDate>`, `Mapped[str | None]`, `*time.Time`, `[]string`, else what `readType` makes of it.
 * @returns undefined when the text is no type
 */
export function codeType(written: string, vocabulary: Vocabulary): Facts | undefined {
  let text = written.trim();
  const facts: Facts = {};
  for (let depth = 0; depth < 8; depth += 1) {
    const inner = wrapper.exec(text)?.[1];
    const may = maybe.exec(text);
    if (inner !== undefined)
      text = text.startsWith('Annotated') ? (inner.split(',')[0] ?? '') : inner;
    else if (may !== null) {
      text = (may[1] ?? may[2] ?? may[3] ?? may[4] ?? '').trim();
      facts.required = false;
    } else break;
  }
  const items = several.exec(text)?.[1];
  const found = types.find(([pattern]) => pattern.test(text))?.[1];
  const read =
    found === undefined
      ? readType(items === undefined ? text : `${items}[]`, vocabulary)
      : { type: found };
  return read === undefined ? undefined : { ...read, ...facts };
}
