import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { widthOf } from './width.ts';

describe('widthOf', () => {
  it('counts columns, not characters', () => {
    assert.equal(widthOf('due date'), 8);
    assert.equal(widthOf('Größe'), 5);
    assert.equal(widthOf('完了'), 4);
    assert.equal(widthOf('제목'), 4);
    assert.equal(widthOf('e\u0301'), 1);
    assert.equal(widthOf('🎉'), 2);
  });
});
