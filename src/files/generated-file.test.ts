import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { chunksOf, streamedFile } from './generated-file.ts';
import { pristineJson } from './pristine-files.ts';
import { writeText } from './text-writer.ts';

const facts = { path: 'a.txt', owner: 'generated', sources: [] } as const;
const pieces = ['é"\n', '\u{1f600}'.repeat(40_000), '', 'end'];
const whole = { ...facts, content: pieces.join('') };
const streamed = streamedFile(facts, () => pieces);

test('a file in pieces is the same file', () => {
  assert.equal(streamed.content, whole.content);
  assert.deepEqual({ ...streamed }, whole);
  const remembered = (file: typeof streamed) => pristineJson({ files: [file], pending: new Map() });
  assert.equal(remembered(streamed), remembered(whole));
});

test('a copy with another content has that content, in pieces too', () => {
  assert.deepEqual([...chunksOf({ ...streamed, content: 'mine' })], ['mine']);
});

test('what is written piece by piece is there as a whole', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'text-writer-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.txt');
  writeText(path, 0o666, (writer) => {
    for (const piece of chunksOf(streamed)) writer.write(piece);
  });
  assert.equal(readFileSync(path, 'utf8'), whole.content);
});
