import type { DraftType, Facts } from '../../declaration/facts.ts';
import { readValues } from '../../declaration/read-values.ts';
import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import { annotated } from './annotations.ts';
import { codeType } from './code-type.ts';

/** Mongoose: `{ type: String, required: true, enum: ['a', 'b'] }`. */
export function optionsOf(value: string, vocabulary: Vocabulary): Facts {
  const option = (name: string) =>
    new RegExp(`\\b${name}\\s*:\\s*(\\[[^\\]]*\\]|"[^"]*"|'[^']*'|[\\w.$]+)`).exec(value)?.[1];
  const to = option('ref')?.replace(/["']/g, '');
  const type = option('type') ?? '';
  const facts: Facts = { required: false, ...bareType(type, vocabulary), ...annotated(value) };
  if (to !== undefined)
    facts.type = { kind: 'reference', to, cardinality: type.startsWith('[') ? 'many' : 'one' };
  const values = readValues(option('enum') ?? '');
  if (values !== undefined) facts.values = values;
  for (const bound of ['min', 'max'] as const) {
    const limit = option(bound);
    if (limit !== undefined && /^-?[\d.]+$/.test(limit))
      facts[bound] = { value: limit, exclusive: false };
  }
  return facts;
}

/** A list of values, or of references. */
export function listOf(items: DraftType | undefined): DraftType {
  if (items?.kind === 'reference') return { ...items, cardinality: 'many' };
  if (items === undefined || items.kind === 'list' || items.kind === 'secret')
    return { kind: 'list', items: { kind: 'string' } };
  return { kind: 'list', items };
}

/** `String`, `[String]`, `Schema.Types.ObjectId`, or the name of another record. */
export function bareType(type: string, vocabulary: Vocabulary): Facts {
  const items = /^\[\s*([\w.]+)\s*\]$/.exec(type)?.[1];
  const name = (items ?? type).split('.').at(-1) ?? '';
  if (/^ObjectId$/.test(name))
    return { type: { kind: 'reference', to: undefined, cardinality: 'one' } };
  if (/^(?:Mixed|Map|Object|Buffer)$/.test(name)) return { type: { kind: 'json' } };
  if (/^Date$/.test(name)) return { type: { kind: 'datetime' } };
  const record = name.replace(/(?<=\w)Schema$/, '');
  const facts = codeType(record, vocabulary) ?? {
    type: { kind: 'reference', to: record, cardinality: 'one' } as const,
  };
  return items === undefined ? facts : { type: listOf(facts.type) };
}
