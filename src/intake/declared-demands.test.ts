import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';

/** The entities of an order of which one more line is said, and what is asked. */
function read(line: string) {
  const text = `# Shop\n\n## Order\n- number: string, required\n- order date: date\n${line}\n`;
  const system = readRequirements({ document: 'shop.md', text }).value?.system;
  return {
    entities: system?.services[0]?.entities ?? [],
    questions: system?.questions.map(({ label }) => label) ?? [],
  };
}

for (const line of [
  '- due: date, not in the past',
  '- delivery date: date, after order date',
  '- shipping: date, after order date, before 2030-01-01',
])
  test(`${line}: a rule, no record and no question`, () => {
    const { entities, questions } = read(line);
    assert.deepEqual(
      entities.map(({ name }) => name),
      ['order'],
    );
    assert.ok((entities[0]?.rules.length ?? 0) > 0);
    assert.deepEqual(questions, []);
  });

for (const line of [
  '- slug: string, lowercase',
  '- pack: integer, a multiple of 5',
  '- guests: integer, at most 5 per table',
  '- title: string, must be unique per customer',
])
  test(`${line}: what is no limit of the field is asked about, and not guessed`, () => {
    const { entities, questions } = read(line);
    const field = entities[0]?.fields.at(-1);
    assert.deepEqual([field?.max, field?.unique, field?.pattern], [undefined, false, undefined]);
    assert.deepEqual(questions, [`How is this to be enforced: “${line.slice(2)}”`]);
  });
