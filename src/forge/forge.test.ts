import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { buildBlueprint, buildEntity, buildField, buildService } from '#blueprint';
import { notes } from '../../test/fixtures/workshop.ts';
import { forge } from './forge.ts';

test('a blueprint that makes no sense is refused before anything is generated', async () => {
  const lost = buildField('note', {
    name: 'author',
    type: { kind: 'reference', entity: 'author', cardinality: 'one', onDelete: 'restrict' },
  });
  const note = buildEntity({ name: 'note', plural: 'notes', fields: [lost] });
  const blueprint = buildBlueprint({
    name: 'notes',
    services: [buildService({ name: 'notes', entities: [note] })],
  });
  const outDir = '/nonexistent/notes';
  const { signal } = new AbortController();
  const events: unknown[] = [];
  const request = { blueprint, outDir, targets: 'typescript', verify: false, signal };
  const { services, diagnostics } = await forge(request, (event) => events.push(event));
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['blueprint/unknown-entity'],
  );
  assert.deepEqual([services, events, existsSync(outDir)], [[], [], false]);
});

test('a service that the requirements do not describe is refused: forge/no-such-service', async () => {
  const { signal } = new AbortController();
  const { services, diagnostics } = await forge({
    blueprint: notes(),
    outDir: '/nonexistent/notes',
    service: 'sales',
    targets: 'typescript',
    verify: false,
    signal,
  });
  assert.deepEqual(
    [services, diagnostics.map(({ code }) => code)],
    [[], ['forge/no-such-service']],
  );
});
