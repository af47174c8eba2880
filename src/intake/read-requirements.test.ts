import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assumptions } from '#blueprint';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const read = (text: string) => readRequirements({ document: 'requirements.md', text });

/** Code, line and column of each diagnostic. */
const complaints = (text: string) =>
  read(text).diagnostics.map(({ code, source }) => [code, source?.line, source?.column]);

describe("requirements that can't be read", () => {
  test('nothing: intake/empty', () => {
    for (const text of ['', '  \n\n\t', '\uFEFF\r\n', '---\n***\n'])
      assert.deepEqual(
        complaints(text),
        [['intake/empty', undefined, undefined]],
        JSON.stringify(text),
      );
  });

  test('bytes that are no text: intake/not-text', () => {
    assert.deepEqual(complaints('%PDF-1.7\u0000\u0001\u0002'), [
      ['intake/not-text', undefined, undefined],
    ]);
    assert.deepEqual(complaints('\ufffd\ufffdPK\ufffd\ufffd'.repeat(20)), [
      ['intake/not-text', undefined, undefined],
    ]);
  });

  test('more than 1 MB: intake/too-large', () => {
    assert.deepEqual(complaints('word '.repeat(225_000)), [
      ['intake/too-large', undefined, undefined],
    ]);
  });

  test('no data to be kept: intake/no-data, with the sentence that says so', () => {
    const { value, diagnostics } = read('# Dice\n\nA game for one player. No data is stored.');
    assert.equal(value, undefined);
    assert.equal(diagnostics[0]?.code, 'intake/no-data');
    assert.match(diagnostics[0]?.message ?? '', /No data is stored/);
  });
});

describe('requirements that contradict themselves', () => {
  test('a type that nobody knows: intake/unknown-type', () => {
    const text =
      '## Data model\n\n### Task\n\n| Field | Type |\n|---|---|\n| title | string |\n| size | fizzbuzz |\n';
    assert.deepEqual(complaints(text), [['intake/unknown-type', 8, 3]]);
  });

  test('a reference to nothing: intake/dangling-reference', () => {
    const text =
      '## Data model\n\n### Task\n\n| Field | Type |\n|---|---|\n| title | string |\n| owner | reference to Planet |\n';
    assert.deepEqual(complaints(text), [['intake/dangling-reference', 8, 3]]);
  });

  test('two types for one field: intake/contradiction at the second, naming the first', () => {
    const text =
      '## Data model\n\n### Task\n\n- due: date\n- title: string\n\n### Task\n\n- due: integer\n- title: string\n';
    const { diagnostics, value } = read(text);
    assert.deepEqual(
      diagnostics.map(({ code, source }) => [code, source?.line]),
      [['intake/contradiction', 10]],
    );
    assert.match(diagnostics[0]?.message ?? '', /line 5/);
    assert.deepEqual(outline(value), ['task: due date, title string!']);
  });

  test('a field twice in one list: intake/duplicate', () => {
    const text = '## Data model\n\n### Task\n\n- title: string\n- size: integer\n- title: string\n';
    assert.deepEqual(complaints(text), [['intake/duplicate', 7, 3]]);
  });

  test('described, and said not to be kept: intake/denied', () => {
    const text =
      '## Data model\n\n### Favourite\n\n- label: string\n- rank: integer\n\n## Notes on scope\n\nFavourites are not stored.\n';
    assert.deepEqual(
      complaints(text).map(([code, line]) => [code, line]),
      [['intake/denied', 10]],
    );
  });
});

describe('the login user', () => {
  const text =
    '## Data model\n\n### User\n- email: string\n- password: string\n- full name: string\n- team: reference to Team, required\n\n### Team\n- name: string\n';

  test("is the account: the password is the account's own, a required reference becomes optional", () => {
    assert.deepEqual(outline(read(text).value), [
      '@user: email email!#, full-name string, team → team',
      'team: name string!',
    ]);
    const team = read(text).value?.system.services[0]?.entities[0]?.fields.find(
      ({ name }) => name === 'team',
    );
    assert.equal(team?.origin, 'inferred');
    assert.match(team?.note ?? '', /optional/);
  });

  test('is an entity like others where there is no login', () => {
    const { value } = read(`This service needs no login.\n\n${text}`);
    assert.equal(value?.system.services[0]?.access, 'public');
    assert.equal(
      value?.system.services[0]?.entities.some(({ account }) => account),
      false,
    );
  });
});

test('what is inferred says so and why', () => {
  const fields = read('A task has a title and a due date.').value?.system.services[0]?.entities[0]
    ?.fields;
  assert.deepEqual(
    fields?.map(({ name, origin, note }) => [name, origin, note !== undefined]),
    [
      ['title', 'inferred', true],
      ['due-date', 'inferred', true],
    ],
  );
});

test('something without fields gets a name: an assumption, and no question besides', () => {
  const { value } = read('## Entities\n\n- Author\n- Book\n');
  assert.deepEqual(outline(value), ['author: name string!', 'book: name string!']);
  assert.ok(value);
  assert.deepEqual(value.system.questions, []);
  assert.deepEqual(
    assumptions(value)
      .filter(({ kind }) => kind === 'field')
      .map(({ node }) => node.note),
    Array(2).fill('No field was stated; a name is assumed.'),
  );
});

test('an open question is not an assumption too', () => {
  const { value } = read(
    '## Entities\n\n### Loan\n- number (string)\n- state (string)\n\n## Rules\n\n- A loan must never be extended twice without the consent of the owner.\n',
  );
  assert.ok(value);
  const [question = assert.fail('no question')] = value.system.questions;
  assert.ok(!assumptions(value).some(({ node }) => node.id === question.id));
});

test('a line that declares a field leaves nothing to ask', () => {
  const { value } = read(
    '## Entities\n\n### Poster\n- headline (string, required, max 90)\n- copies: integer, must be positive\n- size (one of A3, A4), required, unique\n',
  );
  assert.deepEqual(outline(value), [
    'poster: headline string! max90, copies integer >0, size enum(A3|A4)!#',
  ]);
  assert.deepEqual(value?.system.questions, []);
});

test('the values of a field of roles are the roles', () => {
  for (const written of ['enum(chef, waiter)', 'one of: chef, waiter', 'chef / waiter']) {
    const { value } = read(
      `## Entities\n\n### User\n- email: string\n- role: ${written}\n\n### Table\n- number: integer\n`,
    );
    assert.deepEqual(
      value?.system.roles.map(({ name }) => name),
      ['chef', 'waiter'],
      written,
    );
  }
});

test('sources are exact, with Windows line ends, tabs and a byte-order mark', () => {
  const { value } = read(
    '\uFEFF## Data model\r\n\r\n### Item\r\n-\tname: string\r\n-\t**price**: money\r\n',
  );
  const [name, price] = value?.system.services[0]?.entities[0]?.fields ?? [];
  assert.deepEqual(name?.sources, [
    { document: 'requirements.md', line: 4, column: 3, endLine: 4, endColumn: 15 },
  ]);
  assert.deepEqual(
    price?.sources.map(({ line, column }) => [line, column]),
    [[5, 5]],
  );
});

test('lists of fields, one line below the other, leave nothing to ask', () => {
  const text = `# Rooms

## Data
Room: name (text, required, unique), capacity (integer)
Booking: room (reference to room, required), day (date, required)
Document: title (text, required), pages (integer)
`;
  const { value } = read(text);
  const system = value?.system;
  assert.deepEqual(system?.questions, []);
  const names = system?.services.flatMap(({ entities }) => entities.map(({ name }) => name));
  assert.deepEqual(names, ['room', 'booking', 'document']);
});

test('what is kept of each may follow a comma', () => {
  const text =
    '# Fleet\n\nFor every machine, the serial number, the model and the date of purchase are recorded.\n';
  const [machine] = read(text).value?.system.services.flatMap(({ entities }) => entities) ?? [];
  assert.equal(machine?.name, 'machine');
  assert.deepEqual(
    machine.fields.map(({ name }) => name),
    ['serial-number', 'model', 'date-of-purchase'],
  );
});
