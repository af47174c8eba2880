import type { ModelledEntity } from '../../data-model.ts';
import { rememberedText } from '../../remembered-texts.ts';

/**
 * Shorter ways in which English sentences name a field: "harvest date" for "expected harvest date", "the end" for
 * "end date and time", "sowing date" for "sown on", "odometer" for "odometer km", "tickets" for "number of tickets".
 * Only such as name one field of the entity, and none of its names.
 * @returns pairs of words and the index of the field
 */
export function abbreviations({ fields }: ModelledEntity): readonly (readonly [string, number])[] {
  if (fields.length > MOST) return [];
  const names = new Set(
    fields.flatMap(({ field, aliases }) => [field.name, field.label, ...aliases].map(spaced)),
  );
  const values = new Set(
    fields.flatMap(({ field: { type } }) =>
      type.kind === 'enum' ? type.values.map(({ value }) => spaced(value)) : [],
    ),
  );
  const found = new Map<string, Set<number>>();
  for (const [index, { field, aliases }] of fields.entries())
    for (const name of new Set([field.name, ...aliases].map(spaced)))
      for (const short of [...shorter(name), ...momentsOf(name, values)])
        if (!names.has(short)) found.set(short, (found.get(short) ?? new Set()).add(index));
  return [...found].flatMap(([short, indexes]) => {
    const [index] = indexes;
    return indexes.size === 1 && index !== undefined ? [[short, index] as const] : [];
  });
}

/** Wide tables name their columns exactly. */
const MOST = 60;

const spaced = rememberedText((name) =>
  name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/[-_\s]+/g, ' ')
    .trim()
    .toLowerCase(),
);

function* shorter(name: string): Iterable<string> {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length === 3 && !/ (?:of|for|to|in|per|and|by) /.test(name))
    yield words.slice(1).join(' ');
  if (/ (?:on|at)$/.test(name)) yield `${name} ${last === 'on' ? 'date' : 'time'}`;
  if (/\bemail\b/.test(name)) yield name.replace(/\bemail\b/, 'e mail');
  const [, moment] = /^(start|end|beginning)s? (?:date and time|date|time|at|on)$/.exec(name) ?? [];
  if (moment !== undefined) {
    yield moment;
    yield `${moment} date`;
    yield `${moment} time`;
  }
  const [, counted] = /^number of (\p{L}+s)$/u.exec(name) ?? [];
  if (counted !== undefined) yield counted;
  if (words.length === 2 && unit.test(last)) yield words[0] ?? '';
  const [, participle] = /^(\p{L}{3,}?)(?: (?:on|at)| date)$/u.exec(name) ?? [];
  if (participle !== undefined) yield* datesOf(participle, last);
}

const unit =
  /^(?:km|kg|g|mg|cm|mm|m|ml|l|litres?|liters?|minutes?|hours?|days?|eur|usd|gbp|percent|kwh|celsius)$/;

/** "issued on", "issue date": it was issued. Where a state is called so, that may be meant. */
function* momentsOf(name: string, values: ReadonlySet<string>): Iterable<string> {
  const [, verb = ''] = /^(\p{L}{3,}?)(?: (?:on|at)| date)$/u.exec(name) ?? [];
  const participle = verb.replace(/(?<!e)e$/, 'ed');
  if (!/ed$|[aeiou]wn$/.test(participle) || values.has(participle)) return;
  for (const link of ['it was', 'it is', 'they were', 'they are', 'being'])
    yield `${link} ${participle}`;
}

/** "issued on": issue date, issuing date, date of issue. */
function* datesOf(participle: string, last: string): Iterable<string> {
  const verb = participle.replace(/(?:(?<=[^aeiou])ed|(?<=\p{L}{2}w)n|ed)$/u, '');
  if (verb === participle) return;
  for (const noun of new Set([verb, `${verb}e`, `${verb}ing`])) {
    yield `${noun} date`;
    yield `date of ${noun}`;
    if (last === 'at') yield `${noun} time`;
  }
}
