import { readClause } from './clause-phrase.ts';
import type { Facts } from './facts.ts';
import { matchText } from '../words/match-text.ts';

/** What words around a noun say of the field: "a weight in kg", "whether it is fragile", "the date it was sown". */
export interface Phrase {
  readonly name: string;
  readonly facts: Facts;
}

const units: readonly (readonly [RegExp, Facts['type'] & {}])[] = [
  [
    /^(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|cents|pixels?|bytes)$/,
    { kind: 'integer' },
  ],
  [
    /^(?:(?:square|cubic) )?(?:(?:kilo|centi|milli)?(?:met(?:er|re)s?|grams?|lit(?:er|re)s?)|km|cm|mm|m|kg|g|lbs?|pounds?|ounces|feet|inches|miles|l|ml|kwh|kw|watts?|m²|m2|°?c|degrees|celsius|km\/h|mph|tons?|tonnes?|gb|mb|lux|lumens?|volts?|amperes?|amps|bars?|decibels|db|hectares?|ha|acres?|mg|ppm|kcal|mmol|knots?)$/,
    { kind: 'number' },
  ],
  [/^(?:%|percent)$/, { kind: 'decimal', precision: 5, scale: 2 }],
  [/^(?:euros?|dollars?|pounds sterling|francs?|€|\$|£)$/, { kind: 'money' }],
];

const verb = '(?:is|are|was|were|has been|have been|will be|can be|has|have|should be)';
const pronoun = '(?:it|they|he|she|we|this|the \\p{L}+|an? \\p{L}+)';

type Rule = readonly [pattern: RegExp, read: (found: RegExpExecArray) => Phrase | undefined];

const rules: readonly Rule[] = [
  // "whether they are neutered"
  [
    new RegExp(`^(?:flag )?whether(?: or not)? (?:${pronoun} )?(?:${verb} )?(?:an? )?(.+)$`, 'iu'),
    (found) => ({ name: found[1] ?? '', facts: { type: { kind: 'boolean' } } }),
  ],
  [
    /^(\p{L}+) flag$/iu,
    (found) => ({ name: found[1] ?? '', facts: { type: { kind: 'boolean' } } }),
  ],
  // "the date it was sown", "the time when the guest arrived"
  [
    new RegExp(
      `^(date|day|time)(?: and time)? (?:(?:when|on which|at which|that) )?${pronoun} (?:${verb} )?(\\p{L}+)$`,
      'iu',
    ),
    (found) =>
      /^time/i.test(found[1] ?? '')
        ? { name: `${found[2]} at`, facts: { type: { kind: 'datetime' } } }
        : { name: `${found[2]} on`, facts: { type: { kind: 'date' } } },
  ],
  // "the owner they belong to", "the volunteer who does it"
  [
    new RegExp(
      `^(.{2,40}?) (?:who|whom|whose|that|which|where|(?:to|for|by|in|from|of) (?:which|whom)|${pronoun} (?=is |are |was |were |belongs? |comes? |has |have |does |wants? |needs? |uses? |will |can |must )).*$`,
      'iu',
    ),
    (found) => ({ name: found[1] ?? '', facts: {} }),
  ],
  // "the books sold with their quantities"
  [/^(.{2,40}?) with (?:its|their) .+$/iu, ([, name = '']) => ({ name, facts: {} })],
  // "a size in square metres"
  [
    /^(.{2,40}?) in ([\p{L}%€$£²°/ 2]{1,18})$/iu,
    ([, name = '', unit = '']) => {
      const currency = /^[A-Z]{3}$/.exec(unit)?.[0];
      if (currency !== undefined) return { name, facts: { type: { kind: 'money', currency } } };
      const type = units.find(([words]) => words.test(unit.toLowerCase()))?.[1];
      return type === undefined ? undefined : { name, facts: { type } };
    },
  ],
  // "a duration in minutes between 15 and 180"
  [
    /^(\p{L}.{1,60}?),? (?:of )?between (\d{1,9}(?:\.\d{1,4})?) and (\d{1,9}(?:\.\d{1,4})?)$/iu,
    ([, name = '', least = '', most = '']) =>
      Number(least) < Number(most)
        ? {
            name,
            facts: {
              min: { value: least, exclusive: false },
              max: { value: most, exclusive: false },
            },
          }
        : undefined,
  ],
  // "priority 1-5"
  [
    /^(\p{L}[\p{L} ]{2,30}) (\d{1,4})\s*(?:-|–|to|\.\.)\s*(\d{1,5})$/iu,
    // "like 2025-00417" shows a number.
    ([, name = '', least = '', most = '']) =>
      Number(least) < Number(most)
        ? {
            name: name.replace(/ from$/, ''),
            facts: {
              type: { kind: 'integer' },
              min: { value: least, exclusive: false },
              max: { value: most, exclusive: false },
            },
          }
        : undefined,
  ],
  // "one or more photos", "a list of tags"
  [
    /^(?:one or more|zero or more|at least one|several|multiple|any number of|up to (?:\d+|\p{L}+)|(?:list|set|collection)s? of)\s+(\p{L}.{2,40})$/iu,
    ([, name = '']) => ({
      name,
      facts: { type: { kind: 'list', items: { kind: 'string' } }, typeWords: name },
    }),
  ],
  // "opening hours as free text"
  [
    /^(.{2,40}?) as (?:an? )?(?:free |plain |simple )?(text|number|date|link)s?$/iu,
    ([, name = '', kind = '']) => ({
      name,
      facts: {
        type: {
          kind: ({ text: 'text', number: 'number', date: 'date', link: 'url' } as const)[
            kind.toLowerCase() as 'text'
          ],
        },
      },
    }),
  ],
  // "the seats in the dome"
  [
    /^(\p{L}.{1,40}?) (?:in|at|on|within|inside) (?:the|its|their|this) .+$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "the date for each card", "languages they translate into"
  [
    /^(.{2,40}?) (?:(?:for|per|of) (?:each|every) .+|(?:it|they|he|she|we) \p{L}+(?: \p{L}+){0,2})$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "autoRenew default true"
  [
    /^(\p{L}[\p{L}\p{N}_ ]{1,30}?) defaults? (?:to |is |= ?)?([\p{L}\p{N}_.-]+)$/iu,
    ([, name = '', given = '']) => ({
      name,
      facts: {
        default: given,
        ...(/^(?:true|false|yes|no)$/i.test(given) ? { type: { kind: 'boolean' } as const } : {}),
      },
    }),
  ],
  // "a description of the problem"
  [
    /^((?:\p{L}+ )?(?:description|summary|reason|explanation|details|photo|picture|image)s?) (?:of|for) (?:the|an?|its|their|each|this) .+$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "the attendee's name"
  [
    /^(\p{L}{2,30})['’]s? (\p{L}.{1,40})$/iu,
    ([, owner = '', name = '']) => ({ name: `${owner} ${name}`, facts: {} }),
  ],
];

/** The noun of an English phrase, and what the words around it say; undefined for a plain noun. */
export function readPhrase(text: string): Phrase | undefined {
  if (!text.includes(' ') || text.length > 120) return undefined;
  const clause = readClause(text);
  if (clause !== undefined) return clause;
  for (const [pattern, read] of rules) {
    const found = matchText(pattern, text);
    const phrase = found === null ? undefined : read(found);
    if (phrase === undefined || phrase.name.trim() === '') continue;
    const inner = readPhrase(phrase.name);
    return inner === undefined
      ? phrase
      : { name: inner.name, facts: { ...inner.facts, ...phrase.facts } };
  }
  return undefined;
}
