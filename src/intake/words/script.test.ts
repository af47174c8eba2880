import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CYRILLIC, cyrillic } from './script.ts';

test('Cyrillic, written out, is what Unicode says', () => {
  const written = new RegExp(`[${CYRILLIC}]`, 'u');
  for (let code = 0; code <= 0x1ffff; code += 1) {
    const text = String.fromCodePoint(code);
    assert.equal(written.test(text), cyrillic.test(text), code.toString(16));
  }
});
