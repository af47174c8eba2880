import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiled } from './compiled.ts';

test('a pattern finds the same as before, from the place where it was', () => {
  for (const pattern of [/b+/, /b+/g, /b+/y, /^[^]*$/g, /(?<=a)b/iu]) {
    const fresh = new RegExp(pattern);
    pattern.lastIndex = 1;
    fresh.lastIndex = 1;
    assert.equal(compiled(pattern), pattern);
    assert.deepEqual(pattern.exec('abbcb'), fresh.exec('abbcb'), String(pattern));
    assert.equal(pattern.lastIndex, fresh.lastIndex);
  }
});
