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
])
  test(`${line}: what is no limit of the field is asked about, and not guessed`, () => {
    const { entities, questions } = read(line);
    const field = entities[0]?.fields.at(-1);
    assert.deepEqual([field?.max, field?.unique, field?.pattern], [undefined, false, undefined]);
    assert.deepEqual(questions, [`How is this to be enforced: “${line.slice(2)}”`]);
  });

const model = (text: string) =>
  readRequirements({ document: 'shop.md', text }).value?.system ?? assert.fail('refused');

test('unique within another record is a key with the reference to it; without one it is asked', () => {
  const { services, questions } = model(
    `# Homes\n\n## House\n- street: string\n\n## Flat\n- number: string, unique within the house\n- floor: string, must be unique per staircase\n- code: string, unique per tenant\n- house: reference to House\n`,
  );
  const flat = services[0]?.entities.find(({ name }) => name === 'flat');
  assert.deepEqual(
    flat?.keys.map(({ fields }) => fields),
    [['house', 'number']],
  );
  assert.deepEqual(
    flat?.fields.map(({ unique }) => unique),
    [false, false, true, false],
  );
  assert.deepEqual(
    questions.map(({ id }) => id),
    ['question/flat-floor-unique'],
  );
});

test('what is read-only stays as it was given; with a default nobody gives it', () => {
  const { services, questions } = model(
    `# Shop\n\n## Order\n- number: string, read-only\n- title: string, cannot be changed after approval\n- channel: string, read-only, default web\n- total: money, computed, read-only\n`,
  );
  const [order] = services[0]?.entities ?? [];
  assert.deepEqual(
    order?.rules.map(({ fields, on }) => [fields, on]),
    [[['number'], ['update']]],
  );
  assert.deepEqual(
    order?.fields.map(({ readOnly }) => readOnly),
    [false, false, true, false],
  );
  assert.ok(questions.some(({ label }) => label === 'What sets total?'));
});

for (const said of [': list of strings, at least 1, max 5', ': 1 to 5 tags'])
  test(`tags${said}: limits of the list, and no rule besides`, () => {
    const { services } = model(`# Shop\n\n## Order\n- title: string, required\n- tags${said}\n`);
    const [order] = services[0]?.entities ?? [];
    const tags = order?.fields[1];
    assert.deepEqual([tags?.type.kind, tags?.minLength, tags?.maxLength], ['list', 1, 5]);
    assert.deepEqual(order?.rules, []);
  });

for (const said of [
  ' (list of Person)',
  ': list of Person, required',
  ': Person[]',
  ': many Person',
  ': references to Person, many',
  ': references to many Persons',
])
  test(`witnesses${said}: a reference to many`, () => {
    const { services } = model(
      `# Prizes\n\n## Award\n- title: string, required\n- witnesses${said}\n\n## Person\n- name: string\n`,
    );
    assert.deepEqual(
      services[0]?.entities.map(({ name, fields }) => [name, fields.map(({ type }) => type.kind)]),
      [
        ['award', ['string', 'reference']],
        ['person', ['string']],
      ],
    );
    const type = services[0]?.entities[0]?.fields[1]?.type;
    assert.equal(type?.kind === 'reference' ? type.cardinality : undefined, 'many');
  });

for (const name of ['Report', 'Schedule', 'Question', 'Plan', 'Building'])
  test(`a heading "${name}" with fields and their types below it is a record`, () => {
    const { services } = model(`# App\n\n## ${name}\n- name: string\n- size: integer\n`);
    assert.deepEqual(
      services[0]?.entities.map((entity) => entity.name),
      [name.toLowerCase()],
    );
  });
