import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { targetRegistry } from '#targets';
import { notes } from '../../test/fixtures/workshop.ts';
import { generate, jobsOf } from './generate.ts';
import { publishService } from './publish-service.ts';
import { versionThere } from './version-there.ts';

describe('publishService', () => {
  const parent = mkdtempSync(join(tmpdir(), 'publish-service-'));
  after(() => rmSync(parent, { recursive: true }));
  const outDir = join(parent, 'notes');
  const signal = new AbortController().signal;

  /** Publishes the notes with one file changed. */
  async function publishWith(path: string, from: string, to: string, verify: boolean) {
    const typescript = await targetRegistry.find(({ name }) => name === 'typescript')?.load();
    assert(typescript);
    const [job] = jobsOf(notes(), [typescript]);
    assert(job);
    const there = versionThere(outDir, job).value;
    assert(there);
    const generated = generate(notes(), job, there.previous && { previous: there.previous });
    const files = generated.files.map((file) =>
      file.path === path ? { ...file, content: file.content.replace(from, to) } : file,
    );
    const request = { blueprint: notes(), outDir, targets: 'typescript', verify, signal };
    return publishService({ ...generated, files }, there, request, () => undefined);
  }

  it('publishes nothing while a gate is red, and leaves what was there: forge/not-published', async () => {
    const first = await publishWith('', '', '', false);
    assert.equal(first.outcome, 'created');
    writeFileSync(join(outDir, 'mine.txt'), 'mine');
    const before = readFileSync(join(outDir, 'src/main.ts'), 'utf8');
    const red = await publishWith(
      'src/main.ts',
      'import',
      'throw new Error("broken");\nimport',
      true,
    );
    assert.equal(red.outcome, 'refused');
    const codes = red.diagnostics.map(({ code }) => code);
    assert(codes.includes('forge/not-published'), codes.join());
    assert.equal(readFileSync(join(outDir, 'src/main.ts'), 'utf8'), before);
    assert(existsSync(join(outDir, 'mine.txt')));
    assert.deepEqual(readdirSync(parent), ['notes'], 'no staging folder is left');
  });
});
