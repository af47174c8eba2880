import type { Facts } from './facts.ts';

/** Adjectives of every language in front of a noun, and what they say of the field. */
const adjectives: readonly (readonly [RegExp, Facts])[] = [
  [/^(?:unique|eindeutige[nrsm]?|уникальн\S+|унікальн\S+|unieke|unikaln\S+)$/iu, { unique: true }],
  [
    /^(?:optional(?:e[nrsm]?)?|opzionale|opcional|opcjonaln\S+|optionnel(?:le)?|facultati(?:ve|f|vo|va)|необязательн\S+|необов'язков\S+|optionele?)$/iu,
    { required: false },
  ],
  [
    /^(?:mandatory|verpflichtende[nrsm]?|обязательн\S+|обов'язков\S+|verplichte?)$/iu,
    { required: true },
  ],
  // "a clear status": it says nothing of the field.
  [/^(?:clear|proper|appropriate|suitable|corresponding|respective)$/iu, {}],
];

/** "a unique code", "an optional remark": the adjective is said of the field and is no part of its name. */
export function withoutAdjective(name: string): { bare: string; adjective: Facts } {
  // The accusative that German and Polish sentences have: "den Namen", "datę".
  const noun = name
    .replace(/(?<=^N|\p{L}n)amen$/u, 'ame')
    .replace(/(?<!imi)ę(?=\s|$)/gu, 'a')
    // "базовую цену" is what a sentence has for "базовая цена".
    .replace(/(?<=\p{Script=Cyrillic}{2})ую(?=\s|$)/gu, 'ая')
    .replace(/(?<=\p{Script=Cyrillic})юю(?=\s|$)/gu, 'яя')
    .replace(
      /^((?:\p{Script=Cyrillic}+ая )?\p{Script=Cyrillic}*[бвгджзклмнпрстфхцчшщ])у(?=\s|$)/u,
      '$1а',
    )
    .replace(/^((?:\p{Script=Cyrillic}+ая )?\p{Script=Cyrillic}+)ию(?=\s|$)/u, '$1ия');
  const found = /^(\S+)\s+(?!id\b|identif)(\p{L}.*)$/iu.exec(noun);
  const facts = adjectives.find(([words]) => words.test(found?.[1] ?? ''))?.[1];
  return facts === undefined
    ? { bare: noun, adjective: {} }
    : { bare: found?.[2] ?? noun, adjective: facts };
}
