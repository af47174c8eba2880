import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBlueprint, buildService } from '#blueprint';
import { forge } from './forge.ts';

test('a target that serves no contract that is given is forge/contract-not-served', async () => {
  const service = buildService({ name: 'pets', entities: [], document: {}, operations: [] });
  const { services, diagnostics } = await forge({
    blueprint: buildBlueprint({ name: 'pets', services: [service] }),
    outDir: '/nonexistent/pets',
    targets: 'rust',
    verify: false,
    signal: new AbortController().signal,
  });
  assert.deepEqual(services, []);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['forge/contract-not-served'],
  );
});
