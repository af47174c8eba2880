import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { notes, workshop } from '../../test/fixtures/workshop.ts';
import { blueprintJsonSchema } from './json-schema.ts';
import { parseBlueprint } from './parse.ts';

test('a blueprint comes back as it was written', async () => {
  for (const blueprint of [workshop(), notes()]) {
    const { value, diagnostics } = await parseBlueprint(JSON.parse(JSON.stringify(blueprint)));
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(value, blueprint);
  }
});

test('what has another form is blueprint/malformed, with the place', async () => {
  const broken = structuredClone(notes()) as unknown as {
    system: { name: unknown; services: { entities: { 'a/b': number }[] }[] };
  };
  broken.system.name = 'Not A Name';
  broken.system.services[0]!.entities[0]!['a/b'] = 1;
  const { value, diagnostics } = await parseBlueprint(broken);
  assert.equal(value, undefined);
  assert.deepEqual(
    diagnostics.map(({ code, message }) => [code, message.split(':')[0]]),
    [
      ['blueprint/malformed', "The blueprint is not one at '/system/name'"],
      ['blueprint/malformed', "The blueprint is not one at '/system/services/0/entities/0'"],
    ],
  );
});

test('data of any shape is answered with a few diagnostics', async () => {
  let nested: unknown = 0;
  for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
  let expression: unknown = { kind: 'today' };
  for (let depth = 0; depth < 20_000; depth += 1) expression = { kind: 'not', operand: expression };
  for (const json of [
    undefined,
    null,
    1,
    'text',
    [],
    {},
    nested,
    { system: expression },
    { formatVersion: 2 },
    Array.from({ length: 10_000 }, () => ({})),
  ]) {
    const { value, diagnostics } = await parseBlueprint(json);
    assert.equal(value, undefined);
    assert.ok(diagnostics.length > 0 && diagnostics.length <= 50);
  }
});

test('a blueprint without sense is none', async () => {
  const blueprint = structuredClone(notes()) as unknown as {
    system: { services: { permissions: object[] }[] };
  };
  blueprint.system.services[0]!.permissions.push({
    id: 'permission/x',
    label: 'x',
    origin: 'stated',
    sources: [],
    role: 'ghost',
    entity: 'note',
    operations: ['read'],
    own: false,
  });
  const { value, diagnostics } = await parseBlueprint(blueprint);
  assert.equal(value, undefined);
  assert.deepEqual(
    diagnostics.map(({ code }) => code),
    ['blueprint/unknown-role'],
  );
});

test('the JSON Schema says the same as the parser', async () => {
  const validate = new Ajv2020({
    strict: false,
    validateFormats: false,
    code: { optimize: false },
  }).compile(await blueprintJsonSchema());
  for (const blueprint of [workshop(), notes()]) {
    assert.ok(
      validate(JSON.parse(JSON.stringify(blueprint))),
      JSON.stringify(validate.errors?.[0]),
    );
    assert.ok(!validate({ ...blueprint, extra: 1 }));
    assert.ok(!validate({ ...blueprint, system: { ...blueprint.system, name: 'Not A Name' } }));
  }
});
