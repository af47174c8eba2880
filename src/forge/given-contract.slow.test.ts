import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readGiven } from '../../test/support/read-given.ts';
import { forge } from './forge.ts';

const home = mkdtempSync(join(tmpdir(), 'microforge-forge-given-'));
after(() => rmSync(home, { recursive: true, force: true }));

for (const document of ['harbour.yaml', 'workshop.json']) {
  test(`every gate is green on the service of ${document}`, { timeout: 180_000 }, async () => {
    const { services, diagnostics } = await forge({
      blueprint: await readGiven(document),
      outDir: join(home, document),
      targets: 'typescript',
      verify: true,
      signal: new AbortController().signal,
    });
    assert.deepEqual(diagnostics, []);
    const [service] = services;
    const findings = service?.verification?.gates.flatMap((gate) => gate.findings);
    assert.deepEqual(findings, []);
    assert.deepEqual([service?.outcome, service?.verification?.verdict], ['created', 'verified']);
  });
}
