import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { call, dict, list, literal, print, subscript, tuple } from './code.ts';

describe('print', () => {
  it('leaves on one line what fits', () => {
    assert.equal(print(call('f', ['1'], { b: '2', c: undefined }), 'a = '), 'a = f(1, b=2)');
    assert.equal(print(tuple(['1'])), '(1,)');
    assert.equal(print(tuple([])), '()');
    assert.equal(print(subscript('list', 'int')), 'list[int]');
  });

  it('gives each part a line and a comma where it does not fit', () => {
    const long = literal('x'.repeat(60));
    const expected = `a = f(\n    ${long},\n    b={"k": ${long}},\n)`;
    assert.equal(print(call('f', [long], { b: dict({ k: long }) }), 'a = '), expected);
  });

  it('counts wide characters as two columns', () => {
    const wide = literal('課'.repeat(49));
    assert.equal(print(list([wide])), `[\n    ${wide},\n]`);
  });
});

describe('literal', () => {
  it('prefers double quotes, and escapes what can not be seen', () => {
    assert.equal(literal(`it's`), `"it's"`);
    assert.equal(literal('a "b"'), `'a "b"'`);
    assert.equal(literal(`'"`), String.raw`"'\""`);
    assert.equal(literal('a\u2028\n\u200b'), String.raw`"a\u2028\n\u200b"`);
  });
});
