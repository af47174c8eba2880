import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { accepted, refused } from './testing/refusals.ts';

const read = (text: string) => readRequirements({ document: 'requirements.md', text });

describe('documents about something else than data are refused', () => {
  for (const [name, text] of refused)
    test(name, () => {
      const { value, diagnostics } = read(text);
      const entities = value?.system.services.flatMap((service) => service.entities);
      assert.deepEqual(
        entities?.map((entity) => entity.name),
        undefined,
      );
      assert.equal(diagnostics[0]?.code, 'intake/no-data');
    });
});

describe('documents with data are accepted, whatever else they speak of', () => {
  for (const [name, text, wanted] of accepted)
    test(name, () => {
      const { value, diagnostics } = read(text);
      const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
      const names = entities.map((entity) => entity.name);
      assert.deepEqual(
        wanted.filter((entity) => !names.includes(entity)),
        [],
        `${names.join(', ')} ${diagnostics[0]?.message}`,
      );
    });
});
