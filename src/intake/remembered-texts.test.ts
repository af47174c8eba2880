import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberedText, rememberedTexts } from './remembered-texts.ts';

test('what was made of a text is given again, what is absent too', () => {
  const asked: string[] = [];
  const length = rememberedText((text) => {
    asked.push(text);
    return text === '' ? undefined : { length: text.length };
  });
  assert.equal(length('three'), length('three'));
  assert.equal(length(''), undefined);
  assert.equal(length(''), undefined);
  assert.deepEqual(asked, ['three', '']);
});

test('each object has its own', () => {
  const inside = rememberedTexts((text, { prefix }: { readonly prefix: string }) => prefix + text);
  const [a, b] = [{ prefix: 'a' }, { prefix: 'b' }];
  assert.deepEqual([inside('x', a), inside('x', b), inside('x', a)], ['ax', 'bx', 'ax']);
});

test('a document of any length is not kept whole', () => {
  let made = 0;
  const count = rememberedText(() => (made += 1));
  count('first');
  for (let at = 0; at < 10_000; at += 1) count(`line ${at}`);
  const before = made;
  count('first');
  assert.equal(made, before + 1);
});
