import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readGiven } from '../../test/support/read-given.ts';
import { forge } from './forge.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-forge-given-'));
after(() => rmSync(home, { recursive: true, force: true }));

const jobs = [
  { target: 'typescript', document: 'harbour.yaml' },
  { target: 'typescript', document: 'workshop.json' },
  { target: 'python', document: 'harbour.yaml' },
  { target: 'python', document: 'workshop.json' },
  { target: 'typescript', document: 'odd-shapes.yaml' },
  { target: 'python', document: 'odd-shapes.yaml' },
  { target: 'rust', document: 'odd-shapes.yaml' },
  // The other one is compiled where its handler is tested, and fuzzed in the other languages.
  { target: 'rust', document: 'workshop.json' },
];

for (const { target, document } of jobs) {
  const name = `every gate is green on the service of ${document} in ${target}`;
  test(name, { timeout: 900_000 }, async (t) => {
    const { services, diagnostics } = await forge({
      blueprint: await readGiven(document),
      outDir: join(home, target, document),
      targets: target,
      verify: true,
      signal: new AbortController().signal,
    });
    assert.deepEqual(diagnostics, []);
    const [service] = services;
    const gates = service?.verification?.gates ?? [];
    const skipped = gates.find(({ verdict }) => verdict === 'skipped');
    if (skipped && target !== 'typescript') return t.skip(skipped.reason);
    const findings = service?.verification?.gates.flatMap((gate) => gate.findings);
    assert.deepEqual(findings, []);
    assert.deepEqual([service?.outcome, service?.verification?.verdict], ['created', 'verified']);
  });
}
