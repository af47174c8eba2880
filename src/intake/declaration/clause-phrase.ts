import { matchText } from '../words/match-text.ts';
import type { Facts } from './facts.ts';
import type { Phrase } from './read-phrase.ts';

const datetime: Facts = { type: { kind: 'datetime' } };
const date: Facts = { type: { kind: 'date' } };
const subject = '(?:it|they|he|she|we|you|one|this|that|(?:the|an?|his|her|its|their) \\p{L}+)';
const aux =
  '(?:is|are|was|were|has been|have been|will be|can be|gets|has|have|had|should be|must be)';

type Rule = readonly [pattern: RegExp, read: (found: RegExpExecArray) => Phrase | undefined];

/** English clauses that stand for an attribute: "which ward", "when it was opened", "how many seats it has". */
const rules: readonly Rule[] = [
  // "whether the deposit is paid"
  [
    /^(?:information )?(?:whether|if)(?: or not)? (?:the|an?|its|their|his|her) (\p{L}+(?: \p{L}+)?) (?:is|are|was|were|has been|have been) (?:already )?(\p{L}+)(?: or not)?$/iu,
    ([, noun, state]) => ({ name: `${noun} ${state}`, facts: { type: { kind: 'boolean' } } }),
  ],
  // "whether we may enter when nobody is in"
  [
    /^whether (?:we|they|he|she|it|you|one|somebody|the \p{L}+) ((?:may|can) \p{L}+)(?: .*)?$/iu,
    ([, name = '']) => ({ name, facts: { type: { kind: 'boolean' } } }),
  ],
  // "clipped or not"
  [
    /^(?:is |are )?(\p{L}+(?: \p{L}+)?) or not$/iu,
    ([, name = '']) => ({ name, facts: { type: { kind: 'boolean' } } }),
  ],
  [
    /^(\p{L}+(?: \p{L}+){0,2}),? (?:yes ?(?:\/|or) ?no|y\/n|true ?\/ ?false)$/iu,
    ([, name = '']) => ({ name, facts: { type: { kind: 'boolean' } } }),
  ],
  // "how many seats it has", "how long it takes"
  [
    new RegExp(
      `^how many (\\p{L}+(?: \\p{L}+)??)(?: (?:${subject}|${aux}|there|can|may|fit|in|per|it)(?: .*)?)?$`,
      'iu',
    ),
    ([, noun]) => ({ name: `number of ${noun}`, facts: { type: { kind: 'integer' } } }),
  ],
  [
    /^how (much|long|old|heavy|big|large|often|high|far)(?: .*)?$/iu,
    ([whole, how]) => {
      const name = {
        much: /cost|paid|pay|charge/i.test(whole ?? '') ? 'price' : 'amount',
        long: 'duration',
        old: 'age',
        heavy: 'weight',
        big: 'size',
        large: 'size',
        often: 'frequency',
        high: 'height',
        far: 'distance',
      }[how?.toLowerCase() ?? ''];
      return name === undefined ? undefined : { name, facts: {} };
    },
  ],
  // "when it was opened", "when the guest arrived"
  [
    new RegExp(
      `^(?:when|at what time|what time) ${subject} (?:${aux} )?(?:to be )?(\\p{L}+)(?: (out|in|back|up|off))?(?: .*)?$`,
      'iu',
    ),
    ([, verb, particle]) => ({
      name: `${verb}${particle === undefined ? '' : ` ${particle}`} at`,
      facts: datetime,
    }),
  ],
  // "the day it went out", "the date we bought it", "the date when it was last checked"
  [
    new RegExp(
      `^(?:date|day) (?:when |on which |at which |that |of when )?${subject} (?:${aux} )?(\\p{L}+)(?: (?:it|them))?(?: (out|in|back|up|off|\\p{L}+ed))?(?: (?:by|from|with|at|in|to|for) .*)?$`,
      'iu',
    ),
    ([, verb, particle]) => ({
      name: `${verb}${particle === undefined ? '' : ` ${particle}`} on`,
      facts: date,
    }),
  ],
  // "the date until which the voucher is valid"
  [
    new RegExp(
      `^(date|day|time) (until|till|by|from|since) which (?:the |its |their |an? )?(\\p{L}+) (?:${aux} )(\\p{L}+)$`,
      'iu',
    ),
    ([, kind, when, noun, state]) => ({
      name: `${noun} ${state} ${when}`,
      facts: /^time/i.test(kind ?? '') ? datetime : date,
    }),
  ],
  // "who packed it"
  [
    /^who (\p{L}+ed|did|made|took|gave|sold|bought|wrote|brought|led|taught|paid|sent|drove|caught|found)(?: (?:it|them|the \p{L}+|this))?$/iu,
    ([, verb]) => ({ name: `${verb} by`, facts: {} }),
  ],
  // "which of the two locations they work at"
  [
    /^which (?:one )?of (?:the|our|their|its) (?:two|three|four|five|many|several|\d{1,2}) (\p{L}+?)e?s(?: .*)?$/iu,
    ([, name = '']) => ({ name: name, facts: {} }),
  ],
  // "in one room", "for one patient"
  [
    /^(?:in|for|with|at|by|from|on|against) (?:exactly |only |always )?(?:one|an?|the) (\p{L}{3,}(?: \p{L}+)?)$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "which ward", "what kind of fuel it needs", "which apiary it stands in"
  [
    new RegExp(
      `^(?:on |in |at |to |from |for |by |of |with )?(?:which|what|whose) ((?:type|kind|sort) of \\p{L}+|\\p{L}+(?: \\p{L}+)??)(?: (?:${subject}|${aux}|does|do|did|can|must|should|will|to)(?: .*)?| \\p{L}+(?:s|ed)(?: (?:it|them|the \\p{L}+|in|on|at|to|out|for)(?: .*)?)?)?$`,
      'iu',
    ),
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "number painted on the box", "goods delivered to the shop"
  [
    /^(\p{L}+(?: \p{L}+){0,2}) (?:\p{L}{2,}(?:ed|ought|ept|eld|old|aid)|written|given|taken|shown|known|worn|driven|chosen|seen|found|made|sent|built|put|hung) (?:on|in|at|by|from|to|for|into|with|during|per) .+$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "kg of honey"
  [
    /^(?:kilos?|kg|kilograms?|grams?|g|tons?|tonnes?|lit(?:er|re)s?|l|ml|km|kilomet(?:er|re)s?|met(?:er|re)s?|m|m²|cm) of (\p{L}+(?: \p{L}+)?)$/iu,
    ([, name = '']) => ({ name, facts: { type: { kind: 'number' } } }),
  ],
  // "expiry date of their driving licence"
  [
    /^(?!(?:list|types?|kinds?|sets?|cop(?:y|ies)|photos?|pictures?|rest|parts?|some|all|any|each|one|most|number|details?|descriptions?|reasons?|explanations?)\s)(\p{L}+(?: \p{L}+)?) of (?:the|its|their|his|her) (\p{L}+(?: \p{L}+)?)$/iu,
    ([, noun, owner]) => ({ name: `${owner} ${noun}`, facts: {} }),
  ],
  // "three-letter code"
  [
    /^(?:\p{L}+|\d+)-(?:letter|digit|character|figure) (\p{L}+(?: \p{L}+)?)$/iu,
    ([, name = '']) => ({ name, facts: {} }),
  ],
  // "one instructor"
  [/^(?:exactly |only )?one (\p{L}{3,}(?: \p{L}+)?)$/iu, ([, name = '']) => ({ name, facts: {} })],
];

/** The attribute that an English clause or a noun with a clause stands for; undefined if it is none. */
export function readClause(text: string): Phrase | undefined {
  for (const [pattern, read] of rules) {
    const found = matchText(pattern, text);
    const phrase = found === null ? undefined : read(found);
    if (phrase !== undefined && phrase.name.trim() !== '') return phrase;
  }
  return undefined;
}
