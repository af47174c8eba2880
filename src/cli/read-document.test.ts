import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { readDocument } from './read-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-document-'));
after(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const path = join(folder, 'document');
  writeFileSync(path, text);
  return readDocument(path);
};

it('reads OpenAPI 3 in JSON and YAML', async () => {
  assert.equal((await read('{"openapi":"3.1.0"}')).value?.openapi, '3.1.0');
  assert.equal((await read('openapi: 3.0.3\n')).value?.openapi, '3.0.3');
});

it("refuses everything else with one 'cli/unreadable-document'", async () => {
  const bomb = `a: &a [x]\n${'bcdefgh'.replace(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`;
  for (const text of ['', '[]', '{', 'swagger: "2.0"', 'a: b: c', bomb]) {
    const { value, diagnostics } = await read(text);
    assert.equal(value, undefined, text);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['cli/unreadable-document'],
      text,
    );
  }
  const missing = await readDocument(join(folder, 'missing'));
  assert.equal(missing.diagnostics[0]?.code, 'cli/unreadable-document');
});
