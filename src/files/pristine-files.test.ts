import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { currentReader } from './current-reader.ts';
import { fileTree } from './file-tree.ts';
import type { Pristine } from './pristine.ts';
import { pristineFiles } from './pristine-files.ts';
import { readBlueprint } from './read-blueprint.ts';
import { readPristine } from './read-pristine.ts';

const dir = mkdtempSync(join(tmpdir(), 'pristine-'));
after(() => rmSync(dir, { recursive: true }));
mkdirSync(join(dir, '.microforge'));

const pristine: Pristine = {
  files: fileTree([
    {
      path: 'src/a.ts',
      content: 'a\r\n"\u2028',
      owner: 'generated',
      sources: [{ document: 'prd.md', line: 1, column: 2, endLine: 3, endColumn: 4 }],
    },
    { path: 'run.sh', content: '', owner: 'scaffold', sources: [], executable: true },
    { path: '__proto__', content: 'x', owner: 'generated', sources: [] },
  ]),
  pending: new Map([['src/a.ts', { generated: 'g', yours: 'y' }]]),
};

function write(path: string, content: string | Uint8Array): void {
  writeFileSync(join(dir, path), content);
}

test('the pristine copy and the blueprint are read as they were written', () => {
  const files = pristineFiles(pristine, '{"formatVersion":1}');
  assert.deepEqual(
    files.map(({ path }) => path),
    ['.microforge/blueprint.json', '.microforge/pristine.json'],
  );
  for (const { path, content } of files) write(path, content);
  assert.deepEqual(readPristine(dir), { value: pristine, diagnostics: [] });
  assert.deepEqual(readBlueprint(dir), { value: { formatVersion: 1 }, diagnostics: [] });
  assert.equal(files[1]?.content, pristineFiles(pristine, '')[1]?.content);
  const empty = { files: [], pending: new Map() };
  write('.microforge/pristine.json', pristineFiles(empty, '')[1]!.content);
  assert.deepEqual(readPristine(dir).value, empty);
});

test('a damaged pristine copy raises files/pristine-unreadable and gives no value', () => {
  const entry = (row: unknown, path = 'a'): string =>
    JSON.stringify({ formatVersion: 1, files: { [path]: row }, pending: {} });
  const good = { owner: 'generated', sources: [], content: '' };
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '\0\u0001',
    '{"formatVersion":2,"files":{},"pending":{}}',
    '{"formatVersion":1,"files":[],"pending":{}}',
    '{"formatVersion":1,"files":{}}',
    entry(good, '../../etc/passwd'),
    entry(good, '/etc/passwd'),
    entry({ ...good, owner: 'x' }),
    entry({ ...good, content: 1 }),
    entry({ ...good, sources: {} }),
    entry({ ...good, sources: [['a', 1]] }),
    entry({ ...good, sources: [null] }),
    entry(null),
    '{"formatVersion":1,"files":{},"pending":{"a":{}}}',
    '{"formatVersion":1,"files":{},"pending":{"../a":{"generated":"","yours":""}}}',
  ]) {
    write('.microforge/pristine.json', text);
    const { value, diagnostics } = readPristine(dir);
    assert.equal(value, undefined, text);
    assert.deepEqual(
      diagnostics.map(({ code, severity }) => [code, severity]),
      [['files/pristine-unreadable', 'warning']],
      text,
    );
  }
  assert.match(readPristine(join(dir, 'nowhere')).diagnostics[0]!.message, /ENOENT/);
});

test('a damaged blueprint raises files/blueprint-unreadable', () => {
  write('.microforge/blueprint.json', '{"a":');
  for (const folder of [dir, join(dir, 'nowhere')]) {
    const { value, diagnostics } = readBlueprint(folder);
    assert.equal(value, undefined);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['files/blueprint-unreadable'],
    );
  }
});

test('the reader of a folder gives texts as they are and says what is none', () => {
  const read = currentReader(dir);
  write('text', '\ufeffa\r\nb');
  write('bytes', new Uint8Array([0xff, 0xfe, 0x00]));
  symlinkSync('text', join(dir, 'link'));
  symlinkSync('.microforge', join(dir, 'linked'));
  assert.equal(read('text'), '\ufeffa\r\nb');
  assert.equal(read('absent'), undefined);
  assert.equal(read('absent/b'), undefined);
  assert.deepEqual(read('bytes'), { blocked: 'a file that is not UTF-8 text' });
  assert.deepEqual(read('link'), { blocked: 'a symbolic link' });
  assert.deepEqual(read('linked/pristine.json'), { blocked: 'a symbolic link' });
  assert.deepEqual(read('.microforge'), { blocked: 'a folder' });
  assert.deepEqual(read('text/b'), { blocked: "the file 'text'" });
  assert.deepEqual(read('x'.repeat(300)), { blocked: 'something unreadable (ENAMETOOLONG)' });
});
