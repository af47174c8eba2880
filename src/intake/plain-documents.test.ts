import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { assertLinear } from './testing/linear.ts';
import { outline } from './testing/outline.ts';

/** Documents that people write down without much Markdown: one title, numbers, names of tables. */
describe('documents with little structure', () => {
  const text = `# Harbour office

Version: 1.0

1. Introduction
- Purpose: Define functional and non-functional requirements of the office.

2. Functional Requirements
2.1 Boats
- FR-1 Create boat
  - Endpoint: POST /boats

3. Data Model (Logical)
- Owners: id, email, profile fields (first_name, last_name, phone, etc.).
- Boats (models/boat.js):
  - id (PK), price (DECIMAL 10,2), launched (DATE), kind ENUM('Sail','Motor')
  - Associations: belongsTo Owners (owner_id), hasMany Trips
  - Indexes: owner_id, price
- Boat_Harbours: references boats and harbours
- Harbours: id, name, depth
`;

  test('numbered lines below a title alone are headings, and lists of columns are records', () => {
    assert.deepEqual(read(text), [
      'owner: email email, first-name string!, last-name string!, phone phone',
      'boat: price money, launched date, kind enum(Sail|Motor), owner → owner',
      'boat-harbour: boats → boat, harbours → harbour',
      'harbour: name string!, depth number',
    ]);
  });

  test('tables counted by their names in code', () => {
    assert.deepEqual(
      read(
        '# Harbour\n\n## Data Model Notes\n\n- Keys are random (sortable, text), not counted.\n- 4 MVP tables, created in this order: `boats`, `berth_bookings`, `crew_members`, `audit_log_entries`.\n',
      ).map((entity) => entity.split(':')[0]),
      ['boat', 'berth-booking', 'crew-member', 'audit-log-entry'],
    );
  });

  for (const [title, first, second] of [
    ['Key state models:', 'Boat: `new`, `moored`, `sold`', 'Berth booking: `open`, `cancelled`'],
    ['Statuses:', 'Boat – new, moored, sold', 'Berth booking – open, cancelled'],
    ['Estados:', 'Boat: new, moored, sold', 'Berth booking: open, cancelled'],
    ['Zustände', 'Boat: new → moored → sold', 'Berth booking: open | cancelled'],
  ] as const)
    test(`a line of states for each thing below "${title}"`, () => {
      const entities = read(
        `# Harbour\n\n## Data Model\n\nCore entities:\n- \`boats\`\n- \`berth_bookings\`\n\n${title}\n- ${first}\n- ${second}\n`,
      );
      assert.match(entities[0] ?? '', /status enum\(new\|moored\|sold\)/);
      assert.match(entities[1] ?? '', /status enum\(open\|cancelled\)/);
    });

  test('a list by which things are tagged is what they have', () => {
    assert.deepEqual(
      read(
        '# Campus\n\n## Requirements\n\n### Study hub\n- Students upload materials.\n- Materials must be tagged by:\n    - Branch (CSE, ECE)\n    - Subject Code\n    - Semester (1-8)\n',
      ),
      ['material: branch enum(CSE|ECE), subject-code string, semester integer >=1 <=8'],
    );
  });

  test('lists of columns cost what they are long', () => {
    for (const part of [
      'fields (a, b ',
      'fields (a, b) ',
      'tables: a_b, ',
      'belongsTo A (',
      'enum(',
    ])
      assertLinear(
        (parts) =>
          `# Harbour\n\n## Data Model\n- Boat: id, name, length\n- Trip: id, ${part.repeat(parts)}\n`,
        sweep(300, 4000),
        read,
      );
  });
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'r.md', text }).value);
}
