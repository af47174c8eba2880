import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { canonicalJson } from '#blueprint';
import { sweep } from '../../test/support/sweep.ts';
import { workshop } from '../../test/fixtures/workshop.ts';
import { writeService } from '../../test/support/write-service.ts';
import { readService } from './read-service.ts';

const directory = mkdtempSync(join(tmpdir(), 'read-service-'));
const path = join(directory, '.microforge/blueprint.json');
const text = canonicalJson(workshop());
before(() => writeService(workshop(), directory));
after(() => rmSync(directory, { recursive: true }));

/** What it says of a blueprint.json with this text. */
async function codes(damaged: string): Promise<readonly string[]> {
  writeFileSync(path, damaged);
  const { value, diagnostics } = await readService(directory);
  assert.equal(value, undefined, damaged.slice(0, 200));
  return [...new Set(diagnostics.map(({ code }) => code))];
}

describe('readService', () => {
  beforeEach(() => writeFileSync(path, text));

  it('gives the service and the blueprint that made it', async () => {
    const { value, diagnostics } = await readService(directory);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual([value?.target, value?.service.name], ['typescript', 'workshop']);
    assert.equal(value && canonicalJson(value.blueprint), text);
  });

  it('says what is wrong with a blueprint that is none', async () => {
    assert.deepEqual(await codes('{'), ['files/blueprint-unreadable']);
    for (const damaged of ['null', '[]', '"x"', '{}', '{"formatVersion":1}', '{"system":{}}']) {
      for (const code of await codes(damaged)) assert.match(code, /^blueprint\//, damaged);
    }
    const dangling = text.replaceAll('"entity": "order"', '"entity": "nothing"');
    assert.notEqual(dangling, text);
    assert.ok((await codes(dangling)).every((code) => code.startsWith('blueprint/')));
  });

  it('never throws, whichever part is gone or of another type', async () => {
    const lines = text.split('\n');
    assert.ok(lines.length > 500);
    for (let at = 1; at < lines.length; at += sweep(1001, 101)) {
      for (const swap of [
        [/:\s*\[/, ': {"x": ['],
        [/"[^"]*"(?=,?$)/, '7'],
        [/: true/, ': "yes"'],
      ] as const) {
        const damaged = lines.with(at, (lines[at] ?? '').replace(swap[0], swap[1])).join('\n');
        writeFileSync(path, damaged);
        const { value, diagnostics } = await readService(directory);
        assert.ok(value !== undefined || diagnostics.length > 0, lines[at]);
      }
    }
  });

  it('names a service that the blueprint has not: verify/unknown-service', async () => {
    const renamed = text.replaceAll('"name": "workshop"', '"name": "works"');
    assert.notEqual(renamed, text);
    assert.deepEqual(await codes(renamed), ['verify/unknown-service']);
  });
});
