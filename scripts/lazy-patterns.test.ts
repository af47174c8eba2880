import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LazyPattern } from '../src/intake/words/lazy-pattern.ts';
import { withLazyPatterns } from './lazy-patterns.ts';

const patterns = [
  /^(?:an?|the) (?<entity>\p{L}[\p{L} -]{1,30}?) (?:has|hat) (?<rest>.+)$/iu,
  /\p{Lu}\p{Ll}+/gu,
  /\s*[,;]\s*(?:and|und)?\s*/giu,
  /(?<=\p{L})(?=\p{Lu})/u,
  /[^\p{Script=Han}]+$/u,
  /[a-žА-я]+/giu,
  /\p{Lu}?/gu,
  /(?=\p{L})/giu,
  /[\u0100-\u017f]s/iu,
  /\p{Sc}/u,
  /s|ſ|K/iu,
];

const texts = [
  '',
  'The Order has Title, and Größe; UND ÆØÅ',
  'Заказ имеет имя, and Название',
  '注文 has 名前',
  'Straße K ſ $5 – ok',
  'xs Xs ŠS',
  'ss is missing',
];

describe('LazyPattern', () => {
  it('finds what the pattern finds, however it is asked', () => {
    for (const pattern of patterns)
      for (const text of texts) {
        const lazy = standIn(pattern);
        const said = `${String(pattern)} in "${text}"`;
        // Twice: global ones go on where they stopped.
        for (const _ of [1, 2]) {
          assert.deepEqual(lazy.exec(text), pattern.exec(text), said);
          assert.equal(lazy.test(text), pattern.test(text), said);
          assert.equal(lazy.lastIndex, pattern.lastIndex, said);
        }
        lazy.lastIndex = 0;
        pattern.lastIndex = 0;
        assert.deepEqual(text.match(lazy), text.match(pattern), said);
        assert.equal(text.replace(lazy, '<$&>'), text.replace(pattern, '<$&>'), said);
        const upper = (found: string) => found.toUpperCase();
        assert.equal(text.replace(lazy, upper), text.replace(pattern, upper), said);
        assert.equal(text.search(lazy), text.search(pattern), said);
        assert.deepEqual(text.split(lazy), text.split(pattern), said);
        assert.deepEqual(text.split(lazy, 2), text.split(pattern, 2), said);
        if (!pattern.global) continue;
        assert.deepEqual([...text.matchAll(lazy)], [...text.matchAll(pattern)], said);
        assert.equal(text.replaceAll(lazy, '-'), text.replaceAll(pattern, '-'), said);
      }
  });

  it('is made of its source and flags, as RegExp is', () => {
    assert.equal(String(standIn(/a\/b/iu)), String.raw`/a\/b/iu`);
    assert.deepEqual(new RegExp(standIn(/^\p{L}$/u), 'iu'), /^\p{L}$/iu);
    assert.deepEqual('É'.match(asRegExp(new LazyPattern('^\\p{Lu}$', 'u')))?.[0], 'É');
  });
});

describe('withLazyPatterns', () => {
  it('replaces what is dear to make, and nothing else', () => {
    const code = withLazyPatterns(
      "const a: RegExp = /x/i; export const f = (t: string) => /\\p{L}/u.test(t) || new RegExp(`^${t}`, 'iu').test(t) || new RegExp(t).test(t);",
    );
    assert.match(
      code ?? '',
      /^import \{ LazyPattern as \$LazyPattern \} from ".*";var \$pattern0;/,
    );
    assert.match(code ?? '', /= \/x\/i;/);
    assert.match(
      code ?? '',
      /\(\$pattern0\?\?=\{"source":"\\\\p\{L\}","flags":"u","western":".*"\}\)\.test/,
    );
    assert.match(code ?? '', /new \$LazyPattern\(`\^\$\{t\}`, 'iu'\)/);
    assert.match(code ?? '', /new RegExp\(t\)/);
  });

  it('leaves a module without one as it is', () => {
    assert.equal(withLazyPatterns('export const a = /[a-z]/i.test("/u");'), undefined);
  });
});

function standIn({ source, flags }: RegExp): RegExp {
  return asRegExp(new LazyPattern(source, flags));
}

/** In what is installed it stands where the sources have a RegExp. */
function asRegExp(pattern: LazyPattern): RegExp {
  return pattern as unknown as RegExp;
}
