import type { Part } from './split-list.ts';

/** One thing with two words, a unit or a choice: no two fields. */
const one = /^(?:date|day|yes|on|true|and|he|his|her|input|read|in|start|open)\//i;
const slashed = /^([a-z_$][\w$]*(?:\/[a-z_$][\w$]*){1,3})((?: [a-z]+)?\??)$/i;

/**
 * `email/phone`, `sender_type/id`, `heading/body text`: several columns, written as one by whoever designs a table.
 * @param parts the parts of a list of fields; some of them are identifiers, or nothing is split
 */
export function withSlashesApart(parts: readonly Part[]): readonly Part[] {
  if (!parts.some(({ text }) => /^[a-z]+(?:_[a-z\d]+)+\b|^[a-z]+[A-Z]/.test(text))) return parts;
  return parts.flatMap((part) => namesIn(part.text).map((text) => ({ ...part, text })));
}

function namesIn(text: string): readonly string[] {
  const [, names = '', tail = ''] = slashed.exec(text) ?? [];
  if (names === '' || one.test(names)) return [text];
  const [first = '', ...others] = names.split('/');
  const prefix = /^(.+_)[^_]+$/.exec(first)?.[1];
  const whole = others.map((name) =>
    prefix === undefined || name.includes('_') ? name : prefix + name,
  );
  return [first, ...whole].map((name) => name + tail);
}
