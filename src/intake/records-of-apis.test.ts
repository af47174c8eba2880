import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const fence = (...lines: string[]) => `\`\`\`\n${lines.join('\n\n')}\n\`\`\``;

/** What is kept, said by paths and by what is recorded: text → outline of the entities. */
const texts: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'paths in a fence, apart from each other, with what is done to one of them',
    `# Depot API\n\n## Lockers\n\n${fence('GET /lockers', 'POST /lockers', 'GET /lockers/{id}')}\n\n## Alerts\n\n${fence('GET /notifications', 'GET /notifications/{id}', 'PATCH /notifications/{id}/read')}\n\n## Figures\n\n${fence('GET /usages', 'GET /usages/{id}')}\n`,
    ['locker: name string!', 'notification: name string!'],
  ],
  [
    'paths in the singular',
    '# Kennel\n\n- POST /dog — add a dog\n- GET /dog/{id} — one dog\n- DELETE /dog/{id}\n- GET /reports — figures\n',
    ['dog: name string!'],
  ],
  [
    'reports that are changed one by one are kept, those that are only asked for are not',
    `# Streets\n\n${fence('GET /reports', 'POST /reports', 'GET /reports/{id}', 'PATCH /reports/{id}', 'POST /exports', 'GET /exports')}\n`,
    ['report: name string!'],
  ],
  [
    'points that were turned into headings',
    '# Harbour\n\n## Key Entities:\n## • Berths\n- Organizations\n## • Risk Reports\n- Moorings\n',
    [
      'berth: name string!',
      'organization: name string!',
      'risk-report: name string!',
      'mooring: name string!',
    ],
  ],
  [
    'the account of a user is no record beside the user',
    '# Studio\n\n- Users can register, log in and manage their accounts.\n- `GET /api/user/{id}` — Retrieve user info\n- `DELETE /api/user/{id}` — Delete user account\n- Users can create, edit and delete bookings.\n',
    ['@user: -', 'booking: name string!'],
  ],
  [
    'what is written down of records is those records',
    '# Depot\n\n## Packing And Shipping\n\n- The system must create a shipment record per packed order.\n- Packers must record carrier, service level, and tracking number.\n\n## Trail\n\n- Audit entries must include actor, action and timestamp.\n- Movement history includes timestamp, source state and quantity.\n\n## Core entities\n\n- `shipments`\n- `audit_logs`\n- `stock_movements`\n',
    [
      'shipment: carrier string, service-level integer, tracking-number string',
      'audit-log: actor string, action string, timestamp datetime',
      'stock-movement: timestamp datetime, source-state string, quantity integer',
    ],
  ],
  [
    'the settings and pages of a thing are about it',
    '# Choirs\n\n## Choir Settings\n\n- Basic info: name, description, city, contact email\n- Admins can create, edit and cancel rehearsals\n\n## Rehearsal Detail Page\n\n- Full rehearsal details: title, date, conductor\n',
    [
      'choir: name string!, description text, city string, contact-email email',
      'rehearsal: title string!, date date, conductor string',
    ],
  ],
];

describe('what paths and records of things say of what is kept', () => {
  for (const [what, text, entities] of texts) {
    test(what, () => {
      const { value } = readRequirements({ document: 'PRD.md', text });
      assert.deepEqual(value === undefined ? ['refused'] : outline(value), entities);
    });
  }

  test('accounts that hold money are records of their own', () => {
    const text =
      '# Bank\n\n- Users can register and log in.\n- Users can create, edit and delete accounts.\n- Users can deposit and withdraw money; the balance is never negative.\n- Admins can create, edit and delete users.\n';
    const { value } = readRequirements({ document: 'PRD.md', text });
    assert.ok(value !== undefined && outline(value).some((line) => line.startsWith('account:')));
  });
});
