import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { compactJson } from './compact-json.ts';

const manifest = createRequire(import.meta.url).resolve('oxfmt/package.json');
const formatter = join(dirname(manifest), 'bin', 'oxfmt');

test('JSON is as a formatter wants it, and the same value', () => {
  const strings = (length: number) => Array.from({ length }, (_, at) => `node-${at}`);
  const value = {
    drawing: {
      shapes: { a: [0, 15.5, 110, 80], b: [200, -15, 36, 36] },
      edges: {
        c: [
          [0, 1],
          [2, 3],
        ],
      },
    },
    rows: [
      ['"a"', '-', '1'],
      ['> 5', "not('b')", 'null'],
    ],
    // One list after the other comes to the end of the line and passes it, in the middle and at the end of an object.
    lists: Array.from({ length: 12 }, (_, at) => ({
      before: ['x'.repeat(at), ...strings(8)],
      last: ['x'.repeat(at), ...strings(8)],
    })),
    empty: { list: [], record: {} },
    odd: JSON.parse('{"__proto__": [null, true]}') as unknown,
  };
  const text = compactJson(value);
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [formatter, '--stdin-filepath', 'x.json'],
    { input: text, encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  assert.equal(stdout, text);
});
