import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { loadRequirements } from './requirements.ts';

const cwd = mkdtempSync(join(tmpdir(), 'requirements-'));
after(() => rmSync(cwd, { recursive: true }));

const given = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(cwd, name), bytes);
  return name;
};
const load = (argument: string, stdin: Uint8Array = new Uint8Array()) =>
  loadRequirements(argument, { cwd, stdin: async (limit) => stdin.subarray(0, limit + 1) });
const code = async (argument: string, stdin?: Uint8Array) =>
  (await load(argument, stdin)).diagnostics.map((d) => `${d.code}: ${d.message}`).join();

describe('loadRequirements', () => {
  test('reads a file, standard input, or a sentence', async () => {
    const { beside, ...file } = (await load(given('prd.md', '# Ünï'))).value ?? {};
    assert.deepEqual(file, { document: 'prd.md', text: '# Ünï' });
    assert.deepEqual(beside?.('prd.md'), { text: '# Ünï' });
    assert.deepEqual((await load('-', Buffer.from('# x'))).value, {
      document: 'stdin',
      text: '# x',
    });
    const sentence = 'Manage products with SKU, name and stock.';
    assert.deepEqual((await load(sentence)).value, { document: 'sentence', text: sentence });
    assert.equal((await load('Manage '.repeat(2000))).value?.document, 'sentence');
  });

  test('drops a byte order mark and reads UTF-16', async () => {
    assert.equal((await load(given('bom.md', '\uFEFF# x'))).value?.text, '# x');
    assert.equal(
      (await load(given('utf16.md', Buffer.from('\uFEFF# x', 'utf16le')))).value?.text,
      '# x',
    );
  });

  test('cli/unreadable-requirements: missing, a folder, too large', async () => {
    assert.match(await code('missing.md'), /cli\/unreadable-requirements: .*no such file/);
    assert.match(await code('my missing file.md'), /no such file/);
    assert.match(await code('.'), /it is a folder/);
    assert.match(await code('-', new Uint8Array(17 * 1024 * 1024)), /larger than 16 MiB/);
  });

  test('cli/not-text: other encodings and binary files', async () => {
    assert.match(await code(given('latin1.md', Buffer.from([0x41, 0xe9, 0x41]))), /cli\/not-text/);
    assert.match(await code(given('image.md', Buffer.from([0x41, 0, 0x42]))), /cli\/not-text/);
  });
});
