import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, assign, call, literal, print, slice, struct } from './code.ts';

describe('print', () => {
  it('leaves on one line what fits', () => {
    assert.equal(print(call('eq', '&record.a', literal('b'))), 'eq(&record.a, "b")');
    assert.equal(
      print(struct('Key', { index: '"a"', fields: slice(['"b"']) })),
      'Key { index: "a", fields: &["b"] }',
    );
  });

  it('gives each part a line and a comma where it does not fit', () => {
    const long = literal('x'.repeat(60));
    assert.equal(print(call('f', long, long)), `f(\n    ${long},\n    ${long},\n)`);
  });

  it('opens an only part with its call', () => {
    const long = literal('x'.repeat(60));
    const expected = `all_of([\n    ${long},\n    ${long},\n])`;
    assert.equal(print(call('all_of', array([long, long]))), expected);
  });

  it('fills lines with short items', () => {
    const lines = print(array(Array.from({ length: 40 }, () => '"abc"'))).split('\n');
    assert.equal(lines.length, 6);
    assert.ok(lines.every((line) => line.length <= 100));
  });
});

describe('assign', () => {
  it('moves a value to a line of its own where that is enough', () => {
    const value = literal('x'.repeat(70));
    const name = `let ${'n'.repeat(40)}`;
    assert.equal(assign(name, value), `${name} =\n    ${value};`);
  });
});

describe('literal', () => {
  it('escapes what can not be seen', () => {
    assert.equal(literal('a "b" \\\n\u200b'), String.raw`"a \"b\" \\\n\u{200b}"`);
  });
});
