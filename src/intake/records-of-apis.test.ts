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

  test('words that every object of JavaScript has are words like others', () => {
    for (const verb of ['Constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'])
      for (const text of [
        `# App\n\n## ${verb} a boat\n\n- name\n- length\n`,
        `${verb} the boat: name, length`,
      ])
        assert.doesNotThrow(() => readRequirements({ document: 'PRD.md', text }), text);
  });

  test('what is sent, searched or set is no record, though it is listed as one', () => {
    const text =
      '# Shop\n\n- Users can create, edit and delete orders.\n- Request fields: `userId`, `orderNo`\n- Search fields: `min_price`, `max_price`\n- Config document: `log_level`, `max_size`\n';
    const { value } = readRequirements({ document: 'PRD.md', text });
    assert.deepEqual(outline(value), ['order: name string!']);
  });

  test('an order of which a history is kept is an order', () => {
    const text =
      '# Shop\n\n## Data model\n\n- Order History: order, at, state\n- Payment: number, date, clerk\n\n## Orders\n\nAn order has a number, a customer and a total.\nUsers can create, edit and delete orders.\n';
    const { value } = readRequirements({ document: 'PRD.md', text });
    assert.ok(outline(value).some((line) => line.startsWith('order: number string, customer')));
  });

  test('a laboratory has flasks', () => {
    const text =
      '# Lab\n\n## Flask\n\n| Field | Type |\n|---|---|\n| volume | number |\n| material | string |\n';
    const { value } = readRequirements({ document: 'PRD.md', text });
    assert.deepEqual(outline(value), ['flask: volume number, material string']);
  });

  test('an identifier that names no table refers to none', () => {
    const text =
      '# X\n\n## Data model\n\n```ts\nconst Boat = z.object({ name: z.string(), ref: v.id() });\n```\n';
    const { value, diagnostics } = readRequirements({ document: 'PRD.md', text });
    assert.deepEqual(outline(value), ['boat: name string!, ref uuid!']);
    assert.deepEqual(diagnostics, []);
  });

  test('accounts that hold money are records of their own', () => {
    const text =
      '# Bank\n\n- Users can register and log in.\n- Users can create, edit and delete accounts.\n- Users can deposit and withdraw money; the balance is never negative.\n- Admins can create, edit and delete users.\n';
    const { value } = readRequirements({ document: 'PRD.md', text });
    assert.ok(value !== undefined && outline(value).some((line) => line.startsWith('account:')));
  });
});
