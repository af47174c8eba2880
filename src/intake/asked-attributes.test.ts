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
  test('points in bold below a lead-in that counts entities are entities, whatever the section is called', () => {
    const lists: readonly (readonly [string, readonly string[]])[] = [
      [
        'The market has four primary, interconnected domain entities:\n\n- **Stall**: Represents a seller, his goods and his place.\n- **StallKeeper**: Extends the `Stall` (`@OneToOne`) to keep metadata, including taste.\n- **Lane**: Serves as the way, linking stalls.\n',
        ['stall: name string!', 'stall-keeper: name string!', 'lane: name string!'],
      ],
      [
        'Das System hat diese Entitäten:\n\n- **Stand**: Nummer, Gasse, Breite\n- **Gasse**: Name, Länge\n',
        ['stand: nummer string, gasse → gasse, breite string', 'gasse: name string!, lange string'],
      ],
    ];
    for (const [text, entities] of lists)
      assert.deepEqual(
        outline(
          readRequirements({
            document: 'x.md',
            text: `# Markt\n\n## Technical architecture\n\n${text}`,
          }).value,
        ),
        entities,
      );
  });
  test('a point of a model that is wrapped is one line, and an enumeration no record', () => {
    const text =
      '# Yard\n\n## Key Entities\n\n- **Crate**: The core thing. Attributes: `label` (string, 1-200 chars),\n  `note` (string, optional), `state` (enum: `open` | `sealed`),\n  `sealedAt` (timestamp, nullable).\n- **CrateState**: Enumeration of the two states that a crate can\n  occupy (`open`, `sealed`). Valid moves: `open → sealed`.\n';
    assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), [
      'crate: label string! min1 max200, note text, state enum(open|sealed)! =open, sealed-at datetime',
    ]);
  });
  test('an account that one logs in with is the user; one that holds money is not', () => {
    const text = (rest: string) =>
      `# Hall\n\n## Features\n\n- Guests can create accounts via e-mail.\n- Admins manage users.\n- ${rest}\n\n## Data\n\n### Room\n\n- number: integer\n- floor: integer\n`;
    const names = (written: string) =>
      outline(readRequirements({ document: 'x.md', text: written }).value).map((line) =>
        line.split(':').at(0),
      );
    assert.deepEqual(names(text('Delete accounts.')), ['@user', 'room']);
    assert.deepEqual(names(text('Delete accounts that have no balance.')), [
      'account',
      '@user',
      'room',
    ]);
  });
  test('below the profile of something stands what it has', () => {
    const text =
      '# Yard\n\n## 4.2 Supplier Profile\n\n- Legal name\n- Tax number (optional)\n- Contact person\n- Address\n';
    assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), [
      'supplier: legal-name string, tax-number string, contact-person string, address string',
    ]);
  });
});
