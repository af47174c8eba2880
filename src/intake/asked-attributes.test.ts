import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Requirements that ask for what a thing has: text → outline of the entities. */
const texts: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'a model shall have an attribute, under a name as code has it',
    '1. THE Tool_Box model SHALL have a label (string, required, max 40 characters), a weight (decimal) and a shelf (string, required).\n2. THE Guild model SHALL have a name attribute (string, required, maximum 80 characters).\n3. THE Guild model SHALL have a guild_number field (string, required, unique).\n',
    [
      'tool-box: label string! max40, weight decimal(15,2), shelf string!',
      'guild: name string! max80, guild-number string!#',
    ],
  ],
  [
    'what somebody can add has what the colon gives, not what it is added to',
    '| ID | Requirement |\n|---|---|\n| F1 | A keeper can add a stock entry: seed, quantity, unit, expiry date, notes. |\n| F2 | A keeper can edit a stock entry (quantity, unit). |\n| F3 | A keeper can create a rota for a stock entry: start date, end date, weekday. |\n',
    [
      'stock-entry: seed string, quantity integer, unit string, expiry-date date, notes text',
      'rota: start-date date, end-date date, weekday string',
    ],
  ],
  [
    'each thing can define something, and a person who defines something has not got it',
    '- Each blend can define a grind, a roast level, a price and a turnaround time.\n- Each manager can define goals, limits and colours.\n',
    ['blend: grind string, roast-level integer, price money, turnaround-time string'],
  ],
];

describe('what is asked for', () => {
  for (const [what, text, entities] of texts)
    test(what, () => {
      const { value } = readRequirements({
        document: 'x.md',
        text: `# Yard\n\n## Requirements\n\n${text}`,
      });
      assert.deepEqual(outline(value), entities);
    });
  test('what is said of recommended and of data in general declares nothing', () => {
    const text =
      '# Yard\n\n## Recommended Plan Slice\n\n- crate intake\n- weight tracking\n- price visibility\n\n## Data Ownership\n\n- Persistent logging\n- Export data\n- Sharing\n\n## Database\n\n- **MongoDB**: primary database for documents\n- **Prisma ORM**: typed client, schema management\n';
    assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), ['refused']);
  });
  test('what is done with things, in a title, is about the things', () => {
    const text =
      '# Yard\n\n## Requirements\n\n### Tenancy Generation\n\n- A tenancy shall capture start date, end date, rent and deposit.\n\n### Outlay Tracking\n\n- The system shall record date, amount, category and a note.\n';
    assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), [
      'tenancy: start-date date, end-date date, rent money, deposit money',
      'outlay: date date, amount money, category string, note text',
    ]);
  });
});
