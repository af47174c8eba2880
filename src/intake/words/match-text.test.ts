import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchText } from './match-text.ts';

/** Forms that patterns of intake have. */
const patterns = [
  /^(?:an?|the|each|jede[srmn]?)\s+(?<entity>[\p{L}][\p{L}\p{N} '\-/]{1,50}?)\s+(?:has|hat|tiene)\s+(?<fields>.+)$/iu,
  /^(?<name>\p{Lu}\p{Ll}+)(?:の|的|의)?\s?(?<rest>[^\p{L}\p{N}]+.*)$/u,
  /(?<![\p{L}_])(?:one of|∈|äöü)(?!\p{L})\s*(?<values>.+?)(?:\s+sein)?$/iu,
  /[\p{Script=Han}\p{Script=Katakana}ー]{2,}/u,
  /^[^\p{Script=Hangul}]+$/u,
  /(\p{Lu}|\d)\.\s*(?=\p{Lu})/iu,
  /[^\p{Lu}]x/iu,
  /\p{L}+\]|[[\p{L}]|\[\p{Nd}+\]/u,
  /\p{Sc}\s?\d+|€/u,
  /^\P{L}+/u,
  /\u{1f600}?\p{L}/u,
  /😀?\p{L}+$/u,
  /straße|[\p{L}ß]+ẞ/iu,
  /\bk\p{M}?\w+\b/iu,
  /^[\p{L} -]{2,40}(?:…|–|→)/iu,
];

const texts = [
  '',
  'The customer has name, e-mail',
  'Jede Prüfung hat Größe und Maß',
  'El cliente tiene ñandúes',
  'Ünïque: A.B',
  'name ∈ {a, b}',
  'status one of open | closed sein',
  '顧客カード',
  'Order→Paid… “quoted” – so',
  '한국어 텍스트',
  'µ ª º ¹ ½ × ÷ ÿ Ÿ ſ K',
  '[12] [x] 5 € $5',
  'a]',
  '😀abc',
  'Straße STRASSE STRAẞE',
  'ёлка Ёлка',
  'e\u0301tat',
  '\u00a0x Ax ax',
  'Kelvin kit',
];

test('finds what the pattern finds, in every text', () => {
  let found = 0;
  for (const pattern of patterns) {
    for (const text of texts) {
      const wanted = pattern.exec(text);
      if (wanted) found += 1;
      assert.deepEqual(matchText(pattern, text), wanted, `${String(pattern)} in "${text}"`);
    }
  }
  assert.ok(found > 40, `${found} found`);
});

test('finds it in each text of Latin-1, character by character', () => {
  const letters = [/\p{L}/u, /\p{L}/iu, /\p{Lu}/iu, /\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /\p{Nd}/u];
  const classes = [
    /[^\p{Lu}]/u,
    /[^\p{Lu}]/iu,
    /[^\p{L}]/u,
    /[^\p{L}]/iu,
    /[\p{L}\p{N}_-]/iu,
    /\w/iu,
    /\W/iu,
    /[^\w]/iu,
    /./u,
  ];
  for (const pattern of [...letters, ...classes, /\p{M}/u, /\s/u, /\p{Script=Cyrillic}/u]) {
    for (let code = 0; code <= 0x2200; code += 1) {
      const text = String.fromCharCode(code);
      const wanted = pattern.test(text);
      assert.equal(matchText(pattern, text) !== null, wanted, `${String(pattern)} ${code}`);
    }
  }
});
