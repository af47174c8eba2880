import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { layoutModel } from '../layout/layout-model.ts';
import { randomBlocks } from '../testing/random-process.ts';
import { writeJson } from './write-json.ts';

const manifest = createRequire(import.meta.url).resolve('oxfmt/package.json');
const formatter = join(dirname(manifest), 'bin', 'oxfmt');

test('JSON is as a formatter wants it, and the same value', () => {
  const model = randomBlocks(3, 30);
  const strings = (length: number) => Array.from({ length }, (_, at) => `node-${at}`);
  const value = {
    model: { ...model, diagram: layoutModel(model) },
    // One list after the other comes to the end of the line and passes it, in the middle and at the end of an object.
    lists: Array.from({ length: 12 }, (_, at) => ({
      before: ['x'.repeat(at), ...strings(8)],
      last: ['x'.repeat(at), ...strings(8)],
    })),
    empty: { list: [], record: {} },
    odd: JSON.parse('{"__proto__": [null, true]}') as unknown,
  };
  const text = writeJson(value);
  assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [formatter, '--stdin-filepath', 'x.json'],
    { input: text, encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  assert.equal(stdout, text);
});
