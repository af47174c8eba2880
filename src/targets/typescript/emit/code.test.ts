import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { array, arrow, call, literal, object, print } from './code.ts';
import type { Code } from './code.ts';

const long = (letter: string) => letter.repeat(40);

describe('print', () => {
  it('keeps on one line what fits', () => {
    const code = call('integer', object({ required: 'true', min: '1', max: undefined }));
    assert.equal(print(code, 'number: ', ','), 'number: integer({ required: true, min: 1 }),');
  });

  it('says once what has the name of its property', () => {
    assert.equal(print(object({ name: literal('a'), fields: 'fields' })), "{ name: 'a', fields }");
    assert.equal(print(object({ true: 'true', null: 'null' })), '{ true: true, null: null }');
  });

  it('opens the object at the end of a call', () => {
    const code = call('text', object({ a: literal(long('a')), b: literal(long('b')) }));
    assert.equal(
      print(code, 'const x = ', ';'),
      `const x = text({\n  a: '${long('a')}',\n  b: '${long('b')}',\n});`,
    );
  });

  it('gives each argument of a call its own line where they do not fit on one', () => {
    const code = call('or', call('not', long('a')), call('and', long('b'), long('c')));
    assert.equal(
      print(code, '', ','),
      `or(\n  not(${long('a')}),\n  and(${long('b')}, ${long('c')}),\n),`,
    );
  });

  it('puts the body of a function below it', () => {
    const body = call('le', long('a'), long('b'));
    assert.equal(
      print(arrow('({ record })', body), 'holds: ', ','),
      `holds: ({ record }) =>\n  le(${long('a')}, ${long('b')}),`,
    );
  });

  it('opens a function at the end of the arguments where it calls something', () => {
    const sum = (body: Code) => call('sumOf', long('a'), long('b'), arrow('(row)', body));
    assert.equal(
      print(sum(call('decimal', 'row.amount'))),
      `sumOf(${long('a')}, ${long('b')}, (row) =>\n  decimal(row.amount),\n)`,
    );
    assert.equal(
      print(sum('row.amount.of.it')),
      `sumOf(\n  ${long('a')},\n  ${long('b')},\n  (row) => row.amount.of.it,\n)`,
    );
  });

  it('puts a string that is too long for its line below its key', () => {
    const text = literal('word '.repeat(20));
    assert.equal(print(object({ message: text }, true)), `{\n  message:\n    ${text},\n}`);
  });

  it('writes tall lists over several lines, and empty ones as they are', () => {
    assert.equal(print(array(['1'], true)), '[\n  1,\n]');
    assert.equal(print(array([], true)), '[]');
    assert.equal(print(object({}, true)), '{}');
  });
});

describe('literal', () => {
  it('is TypeScript for any text', () => {
    for (const text of ["it's", 'say "hi"', `'"`, 'a\\b', 'line\nline', '\u2028', '${x}`', '\0']) {
      // oxlint-disable-next-line no-eval -- reads back what was just written
      assert.equal((0, eval)(literal(text)), text);
    }
    assert.equal(literal('plain'), "'plain'");
    assert.equal(literal("it's"), `"it's"`);
  });
});
