import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { Blueprint } from '#blueprint';
import { compareServices } from '#verify';
import { seedLibrary } from '../../../test/fixtures/seed-library.ts';
import { notes, workshop } from '../../../test/fixtures/workshop.ts';
import { readGiven } from '../../../test/support/read-given.ts';
import { writeService } from '../../../test/support/write-service.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-twins-'));
after(() => rmSync(home, { recursive: true, force: true }));
const signal = AbortSignal.timeout(1_800_000);
// The crates of Rust may have to be compiled first.
const timeout = 900_000;

describe('services of one blueprint answer alike in every language', () => {
  const subjects = [
    { what: 'a service with all that requirements can say', read: workshop, least: 3000 },
    { what: 'a public service', read: seedLibrary, least: 2500 },
    { what: 'a contract with records', read: () => readGiven('workshop.json'), least: 2000 },
    { what: 'a contract with odd shapes', read: () => readGiven('harbour.yaml'), least: 2000 },
    { what: 'formats and logic', read: () => readGiven('odd-shapes.yaml'), least: 2000 },
  ];
  for (const { what, read, least } of subjects)
    it(what, { timeout }, async (t) => {
      const blueprint = await read();
      const directories = await forged(blueprint, ['typescript', 'python', 'rust']);
      let { value, diagnostics } = await compareServices({ directories, seed: 1, signal });
      if (diagnostics.some(({ code }) => code === 'verify/no-toolchain')) {
        // What is there is held against each other; what is not is said.
        t.diagnostic(`not compared: ${diagnostics[0]?.message}`);
        const there = await forged(blueprint, ['typescript', 'python']);
        ({ value, diagnostics } = await compareServices({ directories: there, seed: 1, signal }));
        if (!value) return t.skip(diagnostics[0]?.message);
      }
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(value?.findings.slice(0, 10), []);
      assert.ok((value?.requests ?? 0) >= least, `${value?.requests} requests`);
    });
});

describe('compareServices', () => {
  it('names what differs, and the clause that it breaks', async (t) => {
    const directories = await forged(notes(), ['typescript', 'python']);
    const path = join(directories[1] ?? '', 'app/fields/text.py');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('len(value) > self.max_length', 'len(value) > 9999'));
    assert.notEqual(readFileSync(path, 'utf8'), text);
    const { value, diagnostics } = await compareServices({ directories, seed: 1, signal });
    if (diagnostics.some(({ code }) => code === 'verify/no-toolchain'))
      return t.skip(diagnostics[0]?.message);
    const found = value?.findings.find(({ message }) => message.includes('POST /api/notes'));
    assert.equal(found?.code, 'verify/different-answer');
    assert.match(found.message, /^typescript and python .* status: \[422,.* and \[201,/);
    assert.match(found.clause ?? '', /^SP-/);
    assert.match(found.curl ?? '', /^curl .*-X POST/m);
  });

  it('compares what was made of the same requirements, and nothing else', async () => {
    const [first] = await forged(notes(), ['typescript']);
    const [second] = await forged(workshop(), ['typescript']);
    const refused = await compareServices({ directories: [first, second ?? ''], seed: 1, signal });
    const codes = refused.diagnostics.map(({ code }) => code);
    assert.deepEqual(codes, ['verify/different-blueprints']);
    const nothing = await compareServices({ directories: [first, home], seed: 1, signal });
    assert.deepEqual(
      nothing.diagnostics.map(({ code }) => code),
      ['verify/service-unreadable'],
    );
  });
});

/** Services of one blueprint in several languages, each in a folder of its own. */
async function forged(
  blueprint: Blueprint,
  targets: readonly string[],
): Promise<[string, ...string[]]> {
  const folders: string[] = [];
  for (const target of targets) {
    const folder = mkdtempSync(join(home, `${target}-`));
    await writeService(blueprint, folder, target);
    folders.push(folder);
  }
  return folders as [string, ...string[]];
}
