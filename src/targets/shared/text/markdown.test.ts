import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { code, fenced, plain, table } from './markdown.ts';

const markdown = new MarkdownIt({ html: true });
/** What a reader sees. */
const shown = (text: string) =>
  markdown
    .render(text)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

const words = [
  '# not a heading',
  '- not an item',
  '1. not a list',
  '2) nor this',
  '*a* _b_ `c` ~~d~~ **e**',
  '[link](https://example.com) ![image](x)',
  '<script>alert(1)</script> <!-- hidden -->',
  '&amp; &#65; &',
  String.raw`back\slash \* and | pipe`,
  '> no quote',
  '=== ---',
  '+ plus',
  'Größe 題名 🎉',
];

describe('plain', () => {
  it('shows words as they are', () => {
    for (const text of words) assert.equal(shown(plain(text)), text);
  });

  it('keeps words on one line', () => {
    assert.equal(plain(' a\r\n\tb\u0000 c '), 'a b c');
  });
});

describe('code', () => {
  it('shows text as it is, backticks too', () => {
    for (const text of ['a', 'a`b', '``', '`', 'x | y']) assert.equal(shown(code(text)), text);
  });
});

describe('table', () => {
  it('keeps every cell in its column', () => {
    const rows = words.map((text) => [plain(text), code(text)]);
    const html = markdown.render(table(['A', 'B'], rows));
    assert.equal(html.match(/<td>/g)?.length, 2 * words.length);
    assert.equal(html.match(/<tr>/g)?.length, words.length + 1);
  });

  it('is nothing without rows', () => {
    assert.equal(table(['A'], []), '');
  });
});

describe('fenced', () => {
  it('ends where it should', () => {
    const [block] = markdown.parse(fenced('text', ['a', '```', 'b']), {});
    assert.equal(block?.content, 'a\n```\nb\n');
  });
});
