import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

describe('the id of the record itself', () => {
  test('is no reference to another of its kind', () => {
    const text =
      '# K\n\n## Entities\n\n### Boat\n\nFields:\n\n- BoatId (GUID)\n- HarbourId\n- Hull\n\n### Harbour\n\nFields:\n\n- HarbourId\n- Depth\n';
    assert.deepEqual(read(text), ['boat: harbour → harbour, hull string', 'harbour: depth number']);
  });

  test('says what a user is to the record', () => {
    const text =
      '# K\n\n## Entities\n\n### User\n\nFields:\n\n- UserId (GUID)\n- Phone\n\n### Boat\n\nFields:\n\n- BoatId\n- Hull\n- ApprovedByUserId\n- SkipperUserId\n';
    assert.deepEqual(read(text), [
      '@user: phone phone',
      'boat: hull string, approved-by → user, skipper-user → user',
    ]);
  });

  test('is a number of its own where its form is said', () => {
    const text =
      '# K\n\n## Data model\n\n### Boat\n\n| Field | Type | Note |\n|---|---|---|\n| Boat ID | string | 8 characters, painted on the bow |\n| Hull | string | |\n';
    assert.match(read(text)[0] ?? '', /^boat: boat-id string/);
  });
});

test('a note beside the type of a choice lists what may be chosen', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n\n| Field | Type | Description |\n|---|---|---|\n| `hull` | String | what it is built of |\n| `rig` | Enum | `sloop` (default), `ketch`, `yawl` |\n| Class | Select | Dinghy, Yacht |\n';
  assert.deepEqual(read(text), [
    'boat: hull string, rig enum(sloop|ketch|yawl), class enum(Dinghy|Yacht)',
  ]);
});

describe('a heading that only says that fields follow', () => {
  const rows = '| Field | Type |\n|---|---|\n| `hull` | String |\n| `mast` | Integer |\n';
  const points = '- hull (string)\n- mast (integer)\n';
  for (const [lead, list] of [
    ['**Database:** SQLite\n**Table:** `boats` (working title)', rows],
    ['Table: boats', points],
  ] as const)
    test(lead, () => {
      const text = `# K\n\n## Data model\n\n${lead}\n\n### Fields\n\n${list}`;
      assert.deepEqual(read(text), ['boat: hull string, mast integer']);
    });
});

describe('points below the title of a state are its values', () => {
  const boat = '# K\n\n## Data model\n\n### Boat\n\n- hull (string)\n- status (string)\n\n';
  const rows = '- `laid_up` – on land\n- `afloat` – in use\n- `sold` – no longer ours\n';
  for (const [title, list] of [
    [
      '### Status definitions',
      '- **laid_up:** on land\n- **afloat:** in use.\n- **sold:** no longer ours\n',
    ],
    ['### Boat statuses', rows],
    ['Boat status:', rows],
    ['### Statuses', rows],
  ] as const)
    test(title, () => {
      assert.deepEqual(read(`${boat}${title}\n\n${list}`), [
        'boat: hull string, status enum(laid_up|afloat|sold)',
      ]);
    });

  test('and sentences are none', () => {
    const text = `${boat}### Boat status\n\n- The clerk sets it when a boat comes in from the sea\n- Nobody else may change it\n`;
    assert.deepEqual(read(text), ['boat: hull string, status string']);
  });
});

describe('what stands above a list and names no thing', () => {
  const rows = '| Field | Required |\n|---|---|\n| Hull | Yes |\n| Mast | No |\n';
  for (const [title, becomes] of [
    ['## Boat\n\n**Editable fields:**', 'boat: hull string!, mast string'],
    ['## Registration Flow\n\n### Registration fields', 'refused'],
  ] as const)
    test(title, () => {
      assert.deepEqual(read(`# K\n\n${title}\n\n${rows}`), [becomes]);
    });

  test('the profile of whoever is logged in', () => {
    const user = '## Users\n\n| Field | Type |\n|---|---|\n| Phone | string |\n| City | string |\n';
    const text = `# K\n\n${user}\n## Profile\n\n**Editable fields:**\n\n${rows}`;
    assert.deepEqual(read(text), ['@user: phone phone, city string, hull string!, mast string']);
  });

  test('what one logs in with', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Pages & Features\n\n### Authentication\n\n**Login page (`/login`)**\n\n- Fields: Username, Password\n- Wrong ones are refused\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string', '@user: username string']);
  });

  test('the title of a view', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Pages\n\n**Rent History Table:**\n\n| Column | Description |\n|---|---|\n| # | Row number |\n| Month | The month paid for |\n| Amount (EUR) | What was paid |\n| Slip | Download button |\n\n**Add/Edit Rent Form**\n\n| Field | Required |\n|---|---|\n| Note | No |\n';
    assert.deepEqual(read(text), [
      'boat: hull string, mast string',
      'rent: month string!, amount money!, note text',
    ]);
  });

  test('the buttons of a row', () => {
    const text =
      '# K\n\n## Boats\n\n**Boat table:**\n\n| Column | Description |\n|---|---|\n| Hull | What it is built of |\n| Mast | How high it is |\n| Actions | View, Edit, Delete |\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string']);
  });

  test('the form that a requirement is written in', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n### FR-1: Sail fields\n\n- **Priority:** High\n- **Description:** Sails have colours\n- **Output:** A list of sails\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string']);
  });

  test('a shop is no verb', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Other\n\n* **Sync with the Web Store:**\n    * Rope Information: What is known of ropes (length, colour) is sent there.\n    * Sail Synchronization: How many sails are left.\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string']);
  });

  test('a sentence about something is none of its fields', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Crew log\n\n- Crew logs are final (insert-only, no changes or removals)\n- Seen by the clerk only (optional: a page later)\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string']);
  });

  test('verbs are no names', () => {
    const text =
      '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Import\n\n1. Fetches metadata (title, maker, year, length) from the yard.\n2. Shows it.\n';
    assert.deepEqual(read(text), ['boat: hull string, mast string']);
  });
});

describe('lists in sentences', () => {
  const boat = '# K\n\n## Boats\n\nEach boat has a hull and a mast.\n\n## Yards\n\n';
  for (const [text, yard] of [
    [
      '* **Add and view yards:**\n    * Functionality to add new yards with name, address, and notes. (Done in `x/form`)\n',
      ['yard: name string!, address string, notes text'],
    ],
    [
      '- Each rent shall be logged with its month, payer, notes and a clear status (e.g., Due, Paid, Late, Waived).\n',
      ['rent: month string, payer string, notes text, status enum(Due|Paid|Late|Waived)'],
    ],
    ['- Sign in with Apple and email. This is needed.\n', []],
    ['- **Yard Categories:** Fixed categories: "Repair Yards", "Winter Yards", "Dry Docks".\n', []],
    [
      '### Public Website\n\n- Opening page with news\n- One page each — title, description, date, place\n- Who we are — with name, photo, and phone number\n',
      [],
    ],
    ['- Calm Modern UI (seen on Desktop >1024px, Tablet 768px, Phone 375px, and others)\n', []],
  ] as const)
    test(text, () => {
      assert.deepEqual(read(boat + text), ['boat: hull string, mast string', ...yard]);
    });
});

test('a line in bold that ends in a colon is the heading of its list', () => {
  const text =
    '# K\n\n## Boats\n\n| Method | Path | What |\n|---|---|---|\n| GET | `/api/boats` | List boats |\n| POST | `/api/boats` | Add a boat |\n\n#### Data Model\n\n**Boat Entity:**\n- `id` (Long, PK), `name` (String, required), `hull` (String)\n- `rig` (Enum: SLOOP, KETCH — default KETCH)\n- `events` (OneToMany → BoatEvent), `harbours` (ManyToMany → Harbour)\n- `createdAt`, `updatedAt` (auto-managed)\n\n**BoatEvent Entity (audit trail):**\n- `id`, `boat` (ManyToOne → Boat), `note`, `price`\n- `count`, `timestamp`\n\n**Harbour Entity:**\n- `id`, `depth`\n\n## Exception Handling Pattern\n\n- JSON error responses with `timestamp`, `status`, `error`, and `message` fields\n';
  assert.deepEqual(read(text), [
    'boat: name string!, hull string, rig enum(SLOOP|KETCH) =KETCH, harbours → harbour[]',
    'boat-event: boat → boat, note text, price money, count integer, timestamp datetime',
    'harbour: depth number',
  ]);
});

test('the id of its own kind beside an id is that of another one', () => {
  assert.deepEqual(
    read(
      '# K\n\n## Data model\n\n### Category\n- id: uuid\n- name: string\n- category_id: uuid\n\n### Boat\n- boatId: uuid\n- name: string\n',
    ),
    ['category: name string!, category → category', 'boat: name string!'],
  );
});

test('a hierarchy has a record on each level', () => {
  const text =
    '# K\n\n## Places\n\nThe system must support a hierarchy: Harbour -> Pier -> Berth/Place (e.g. "A1: left") → Boat.\n';
  assert.deepEqual(read(text), [
    'harbour: name string!',
    'pier: harbour → harbour!',
    'berth: pier → pier!',
    'boat: berth → berth!',
  ]);
});

test('a hierarchy of roles, of what is seen or of files has no records', () => {
  for (const said of [
    'Role hierarchy: Admin > Manager > Clerk',
    'It must support a hierarchy: Owner -> Admin -> Member.',
    'Visual hierarchy: Title > Subtitle > Body',
    'Folder hierarchy: src > parts > sails',
  ])
    assert.deepEqual(
      read(`# K\n\n## Requirements\n\n- ${said}\n\n## Boats\n\nEach boat has a hull and a mast.\n`),
      ['boat: hull string, mast string'],
      said,
    );
});

test('what is made and changed is kept, whoever does it', () => {
  const text =
    '# K\n\n## Functions\n\n- Boat trips can be created, paused, and cancelled.\n- Boats can be seen and painted.\n- Colours may be created or mixed.\n';
  assert.deepEqual(read(text), ['boat-trip: name string!']);
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'x.md', text }).value);
}
