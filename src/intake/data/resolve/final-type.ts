import type { EnumValue, FieldType } from '#blueprint';
import type { DraftType, Facts } from '../../declaration/facts.ts';
import { inferType } from '../../declaration/infer-type.ts';
import type { Reading } from '../reading.ts';

/** A type, and why it was assumed where nothing states it. */
export interface TypeChoice {
  readonly type: Exclude<FieldType, { kind: 'reference' }> | { readonly kind: 'secret' };
  readonly note: string | undefined;
}

/** The type of a field that is no reference: stated values and types first, then what its name suggests. */
export function finalType(
  name: string,
  facts: Facts,
  values: readonly EnumValue[] | undefined,
  reading: Reading,
): TypeChoice {
  const stated = facts.type;
  const listed = facts.values ?? values;
  if (
    listed !== undefined &&
    listed.length > 1 &&
    (stated === undefined ||
      stated.kind === 'enum' ||
      stated.kind === 'string' ||
      stated.kind === 'text')
  ) {
    if (isYesNo(listed)) return { type: { kind: 'boolean' }, note: undefined };
    return { type: { kind: 'enum', values: listed }, note: undefined };
  }
  if (listed !== undefined && listed.length > 1 && stated !== undefined) {
    if (isYesNo(listed)) return { type: { kind: 'boolean' }, note: undefined };
    if (
      stated.kind === 'integer' &&
      listed.every(({ value, label }) => /^\d+$/.test(value) && label !== value)
    )
      return { type: { kind: 'enum', values: listed }, note: undefined };
  }
  const inferred = inferType(name, reading.vocabulary);
  if (
    stated !== undefined &&
    stated.kind !== 'reference' &&
    !(stated.kind === 'enum' && stated.values.length === 0)
  ) {
    // A form that the values have says more than a name does: `start_time TIME`.
    const type = facts.pattern === undefined ? refined(name, stated, inferred) : stated;
    return { type, note: undefined };
  }
  if (inferred === undefined && isCounted(name, facts))
    return { type: { kind: 'integer' }, note: 'No type was stated; its limits are whole numbers.' };
  if (inferred === undefined)
    return { type: { kind: 'string' }, note: 'No type was stated; text is assumed.' };
  const type: TypeChoice['type'] = inferred.kind === 'reference' ? { kind: 'string' } : inferred;
  return { type, note: `No type was stated; its name suggests ${article(type.kind)}.` };
}

/** "string" says little: a name such as `email` says more. A stated date or number is kept. */
function refined(
  name: string,
  stated: Exclude<DraftType, { kind: 'reference' }>,
  inferred: DraftType | undefined,
): TypeChoice['type'] {
  if (
    stated.kind === 'text' &&
    /^(?:name|title|nombre|nome|nom|titel|titulo|titre|titolo)$/i.test(name)
  )
    return { kind: 'string' };
  if (stated.kind === 'number' && /(?:^|[\s_-])(?:number|numero|nummer|no)$|Number$/i.test(name))
    return { kind: 'integer' };
  if (inferred === undefined) return stated;
  if (stated.kind === 'string') {
    return ['email', 'phone', 'secret', 'text', 'date', 'datetime'].includes(inferred.kind) &&
      inferred.kind !== 'reference'
      ? inferred
      : stated;
  }
  // What German tables call "Text" is any text.
  if (stated.kind === 'text' && (inferred.kind === 'email' || inferred.kind === 'phone'))
    return inferred;
  if (stated.kind === 'number' && (inferred.kind === 'integer' || inferred.kind === 'money'))
    return inferred;
  if (stated.kind === 'decimal' && inferred.kind === 'money' && stated.scale === 2) return inferred;
  return stated;
}

/** "seats (1 to 40)"; of a name such limits are lengths. */
function isCounted(name: string, { min, max }: Facts): boolean {
  return (
    min !== undefined &&
    max !== undefined &&
    /^\d+$/.test(min.value) &&
    /^\d+$/.test(max.value) &&
    !/(?:name|title|code|label|slug|text|password|number|titel|titulo|nombre|nome|nom)s?$/i.test(
      name,
    )
  );
}

function isYesNo(values: readonly EnumValue[]): boolean {
  return (
    values.length === 2 && values.every(({ value }) => /^(?:true|false|yes|no|y|n)$/i.test(value))
  );
}

function article(kind: string): string {
  const words: Record<string, string> = {
    email: 'an e-mail address',
    url: 'a web address',
    datetime: 'a time',
    integer: 'a whole number',
    boolean: 'yes or no',
    text: 'text of several lines',
    json: 'structured data',
    list: 'a list',
  };
  return words[kind] ?? `a ${kind}`;
}
