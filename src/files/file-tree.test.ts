import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileTree } from './file-tree.ts';
import type { GeneratedFile } from './generated-file.ts';

function files(...paths: string[]): GeneratedFile[] {
  return paths.map((path) => ({ path, content: '', owner: 'generated', sources: [] }));
}

test('a tree is sorted by code units, whatever the locale', () => {
  const tree = fileTree(
    files('src/é.ts', 'src/b.ts', 'README.md', '.env.example', 'src/B2.ts', 'src/a/z.ts'),
  );
  assert.deepEqual(
    tree.map(({ path }) => path),
    ['.env.example', 'README.md', 'src/B2.ts', 'src/a/z.ts', 'src/b.ts', 'src/é.ts'],
  );
});

test('a path that some file system refuses, or that leaves the folder, is a bug of the target', () => {
  const bad = [
    '',
    '/etc/passwd',
    '..',
    '../x',
    'a/../b',
    './a',
    'a//b',
    'a/',
    'a\\b',
    'a\0b',
    'a\nb',
    'c:/x',
    'C:x',
    'con',
    'src/NUL.txt',
    'aux.ts',
    'com1',
    'LPT9.log',
    'com¹',
    'a.',
    'a ',
    'a?b',
    'a*b',
    'a:b',
    'a|b',
    '\ud800',
    'x'.repeat(256),
    '字'.repeat(86),
  ];
  for (const path of bad) {
    assert.throws(() => fileTree(files(path)), /^Error: The path /, JSON.stringify(path));
  }
  fileTree(files('console.ts', 'com10.ts', 'a..b', '.a', '字'.repeat(85), 'auxiliary/con-1.ts'));
});

test('two paths that are one file on some file system collide', () => {
  for (const pair of [
    ['a', 'a'],
    ['README.md', 'readme.md'],
    ['caf\u00e9', 'cafe\u0301'],
    ['a', 'a/b'],
    ['A', 'a/b'],
    ['Src/a.ts', 'src/b.ts'],
    ['x/Y/a', 'x/y/b'],
  ]) {
    assert.throws(() => fileTree(files(...pair)), /collide/, pair.join(' '));
    assert.throws(() => fileTree(files(...pair.toReversed())), /collide/, pair.join(' '));
  }
  fileTree(files('a/b', 'a/c', 'a-b', 'ab'));
});
