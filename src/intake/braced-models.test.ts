import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { assertLinear } from './testing/linear.ts';
import { outline } from './testing/outline.ts';

/** Models between braces as people write them without a program around: half Mongoose, half their own. */
describe('models between braces below headings', () => {
  const member = '### Member Model\n```js\n{\n  name: String (required),\n  joined: Date\n}\n```\n';

  test('a heading that ends in "model" beside others names the record before it', () => {
    assert.deepEqual(
      read(
        `## Data models\n\n### Boat Model\n\`\`\`js\n{\n  name: String (required),\n  keeper: ObjectId (ref: Member, required),\n  length_cm: Number\n}\n\`\`\`\n\n${member}`,
      ),
      [
        'boat: name string!, keeper → member!, length-cm number',
        'member: name string!, joined date',
      ],
    );
  });

  test('alone it is what it says: a car model', () => {
    assert.deepEqual(
      read(
        '## Data models\n\n### Car model\n```\n{\n  title: String (required),\n  year: Number\n}\n```\n',
      ),
      ['car-model: title string!, year integer'],
    );
  });

  test('options between braces say the type; parts of a group are attributes', () => {
    const body =
      '  name: { type: String, required: true },\n  berth: {\n    pier: String,\n    place: { type: Number, min: 1 }\n  },\n  details: { flag: String, sails: Number },\n  extras: {},\n  tags: { [key: string]: any }';
    assert.deepEqual(read(`## Data models\n\n### Boat\n\`\`\`js\n{\n${body}\n}\n\`\`\`\n`), [
      'boat: name string!, berth-pier string, berth-place number >=1, flag string, sails number, extras json, tags json',
    ]);
  });

  test('in an interface, too, and where a part may be missing all of it may', () => {
    assert.deepEqual(
      read(
        '## Data models\n\n```ts\ninterface Boat {\n  name: string;\n  skipper?: { name: string; phone: string };\n}\n```\n',
      ),
      ['boat: name string!, skipper-name string, skipper-phone phone'],
    );
  });

  test('a combination that is unique is no attribute', () => {
    assert.deepEqual(
      read(
        `## Data models\n\n### Booking Model\n\`\`\`\n{\n  member: ObjectId (ref: Member),\n  day: Date,\n  unique: [member, day]\n}\n\`\`\`\n\n${member}`,
      ),
      [
        'booking: member → member, day date; unique(member, day)',
        'member: name string!, joined date',
      ],
    );
  });

  test('braces that are not closed, or within each other, have an end', () => {
    const read = (text: string) => readRequirements({ document: 'prd.md', text });
    for (const part of ['a: {\n', 'a: { b: { c: {\n', 'a: { type: {\n', 'unique: [a, b\n'])
      assertLinear(
        (parts) =>
          `## Data models\n\n### Boat\n\`\`\`\n{\n  name: String,\n${part.repeat(parts)}\n\`\`\`\n`,
        sweep(300, 8000),
        read,
      );
  });
});

test('titles of a usual template and what it says of users are neither records nor roles', () => {
  const text =
    '# Boats\n\n## 2. Overall Description\n\n### 2.1 Product Perspective\n- **Frontend**: one page\n- **Backend**: an API\n- **Storage**: a file\n\n### 2.3 User Classes and Characteristics\n#### Skippers\n- Technical proficiency: basic\n- Frequency of use: daily\n\n#### Clerks\n- Technical proficiency: high\n- Frequency of use: weekly\n\n## 3. Data\n- Boat (name, length, role: enum(sail, motor))\n- User (name, email, role: enum(skipper, clerk))\n';
  const { value } = readRequirements({ document: 'prd.md', text });
  assert.deepEqual(
    value?.system.services.flatMap(({ entities }) => entities.map(({ name }) => name)),
    ['boat', 'user'],
  );
  assert.deepEqual(
    value?.system.roles.map(({ name }) => name).filter((name) => /tech|freq/.test(name)),
    [],
  );
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'prd.md', text: `# Harbour\n\n${text}` }).value);
}

describe('an object without a name is named by the comment above it', () => {
  const cases: readonly (readonly [heading: string, comment: string])[] = [
    ['Data model', '// Parcel'],
    ['Data model', '// Parcel schema'],
    ['Data model', '/* Parcel object */'],
    ['データモデル', '// Parcel構造'],
    ['数据模型', '// Parcel 结构'],
    ['Datenmodell', '# Parcel'],
  ];
  for (const [heading, comment] of cases)
    test(comment, () => {
      const text = `# X\n\n## ${heading}\n\n\`\`\`javascript\n${comment}\n{\n  id: string,\n  weight: number,\n  state: 'new' | 'sent'\n}\n\n// Depot\n{\n  id: string,\n  city: string\n}\n\`\`\`\n`;
      assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), [
        'parcel: weight number, state enum(new|sent)',
        'depot: city string',
      ]);
    });

  test('what a comment says of a message names no record', () => {
    const text = `# X\n\n## API\n\n\`\`\`javascript\n// POST /parcels\n{\n  weight: number\n}\n// Response\n{\n  state: string,\n  weight: number\n}\n\`\`\`\n`;
    assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), ['refused']);
  });
});
