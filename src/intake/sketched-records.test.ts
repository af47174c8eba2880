import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const boat = ['boat: name string!, length-cm number', 'trip: boat → boat, starts-at datetime'];

/** Records in a fence without any grammar, as people write them down before there is a schema. */
const fences: readonly (readonly [name: string, fence: string])[] = [
  ['names of columns in brackets', 'boats (id, name, length_cm)\ntrips (id, boat_id, starts_at)'],
  ['names of columns behind a colon', 'Boat: id, name, length_cm\nTrip: id, boat_id, starts_at'],
  [
    'branches of a tree',
    'Boat\n├── id\n├── name\n└── length_cm\n\nTrip\n├── boat_id\n└── starts_at',
  ],
  ['points', 'Boat\n- name (string)\n- length_cm\n\nTrip\n- boat_id\n- starts_at (timestamp)'],
  ['lines further in', 'Boat\n  name\n  length_cm\n\nTrip\n  boat_id\n  starts_at'],
  ['names in square brackets', '[Boat]\nid, name, length_cm\n[Trip]\nid, boat_id,\nstarts_at'],
];

describe('records sketched in a fence', () => {
  for (const [name, fence] of fences)
    test(name, () => assert.deepEqual(read(`\`\`\`\n${fence}\n\`\`\`\n`), boat));

  test('columns with types after their names', () => {
    const fence =
      'boats\n  id      uuid pk\n  name    varchar(40) unique\n  price   numeric(8,2)\n\ntrips\n  boat_id  uuid fk -> boats\n  note     text';
    assert.deepEqual(read(`\`\`\`\n${fence}\n\`\`\`\n`), [
      'boat: name string!# max40, price money',
      'trip: boat → boat, note text',
    ]);
  });

  test('what is said of columns makes no record: keys, checks, indexes and where a key leads', () => {
    const fence =
      'id        UUID PK DEFAULT gen_random_uuid()\nboat_id   FK → BOAT NOT NULL\nskipper   FK → CREW_MEMBER NULLABLE\nseats     integer NOT NULL DEFAULT 2\n\nUNIQUE(boat_id, seats)\nINDEX(seats) WHERE seats IS NOT NULL\nCHECK (seats IS NOT NULL)\n-- at most one a day';
    const text = `### BOAT\n\n\`\`\`\nid    UUID PK\nname  text NOT NULL\nnote  text NULLABLE\n\`\`\`\n\n### CREW_MEMBER\n\`\`\`\nid    UUID PK\nname  text NOT NULL\n\`\`\`\n\n### TRIP_SCHEDULE\n\`\`\`\n${fence}\n\`\`\`\n`;
    assert.deepEqual(read(text), [
      'boat: name string!, note text',
      'crew-member: name string!',
      'trip-schedule: boat → boat!, skipper → crew-member, seats integer! =2; unique(boat, seats)',
    ]);
  });

  test('functions and parts of an example are no records', () => {
    const text =
      '### Boat\n```\nid, name, length_cm\n```\n\n### Finding a boat\n```\ngetFreeBoats(harbourId, date):\n  1. look\n```\n\n### Layout\n```json\n[{"kind": "hero", "content": {"headline": "x", "subtitle": "y"}}]\n```\n\n### Page\n```tsx\nexport default async function BoatsPage({ params }) {\n  const session = await auth()\n}\n```\n';
    assert.deepEqual(read(text), boat.slice(0, 1));
  });

  test('columns alone belong to the heading above', () => {
    const text =
      '### Boat\n```\nid, name, length_cm\n```\n\n### Trip\n\n```\nid, boat_id (FK, NULL = none),\nstarts_at\n```\n';
    assert.deepEqual(read(text), boat);
  });

  test('what is drawn, a tree of files or a call is no record', () => {
    const kept = '### Boat\n```\nid, name, length_cm\n```\n';
    for (const fence of [
      'src/\n├── index.ts\n└── boats/\n    └── boat.ts',
      '┌──────┐\n│ Boat │\n└──────┘',
      'sail(boat, "north")\nanchor(boat)',
    ])
      assert.deepEqual(read(`${kept}\n### Notes\n\`\`\`\n${fence}\n\`\`\`\n`), boat.slice(0, 1));
  });
});

describe('what a list of columns says', () => {
  test('a field with its type is one, whatever words the heading above has', () => {
    const text =
      '### Boat\n- name (string, required)\n- flags (list of strings)\n- sister (many-to-many Boat)\n\n### Damage report\n- boat (reference to Boat, required)\n- reported at (datetime, required)\n- cost (money)\n';
    assert.deepEqual(read(text), [
      'boat: name string!, flags string[], sister → boat[]',
      'damage-report: boat → boat!, reported-at datetime!, cost money',
    ]);
  });

  test('a slash between columns makes several, where others are identifiers', () => {
    const text =
      '- **boats** — name, owner_email, colour/material, top/side view\n- **trips** — from_harbour/pier, starts_at\n';
    assert.deepEqual(read(text), [
      'boat: name string!, owner-email email, colour string, material string, top-view string, side-view string',
      'trip: from-harbour string, from-pier string, starts-at datetime',
    ]);
  });

  test('what is required under a condition is not required', () => {
    const points = ['reason (string, required when late)', 'note (string, mandatory)'];
    assert.deepEqual(read(`### Trip\n${points.map((point) => `- ${point}\n`).join('')}`), [
      'trip: reason text, note text!',
    ]);
    for (const [text, becomes] of [
      [
        '# 航海\n## データモデル\n### trips（航海）\n- `reason`（遅れた時必須）\n- `memo`（必須）\n',
        'trip: reason text, memo string!',
      ],
      [
        '# Fahrten\n## Datenmodell\n### Fahrt\n- Grund (Text, Pflicht bei Verspätung)\n- Ziel (Text, Pflicht)\n',
        'fahrt: grund text, ziel text!',
      ],
    ] as const)
      assert.deepEqual(outline(readRequirements({ document: 'r.md', text }).value), [becomes]);
  });

  test('examples are no values', () => {
    const points = ['`unit` (e.g. box/pallet)', '`group` (z. B. A/B/C)', '`state` (new/used)'];
    assert.deepEqual(read(`### Part\n${points.map((point) => `- ${point}\n`).join('')}`), [
      'part: unit string, group string, state enum(new|used)',
    ]);
    assert.deepEqual(
      outline(
        readRequirements({
          document: 'r.md',
          text: '# 部品管理\n## データモデル\n### parts（部品）\n- `unit`（例：箱/本）\n- `quantity_on_hand`（現在庫）\n- `state`（新/中古）\n',
        }).value,
      ),
      ['part: unit string, quantity-on-hand integer, state enum(新|中古)'],
    );
  });
});

describe('names of records', () => {
  test('are tables where they are written as such, and what stands below are their columns', () => {
    const text =
      '**boats**\n- `id` uuid pk\n- `name` varchar(60), not null\n\n**harbour_rules**\n- `id` uuid pk\n- `boat_id` fk → boats, not null, on delete cascade\n- `operator` text, not null\n';
    assert.deepEqual(read(text), [
      'boat: name string! max60',
      'harbour-rule: boat → boat!, operator text!',
    ]);
    const { value } = readRequirements({
      document: 'r.md',
      text: `# Harbour\n\n## Data model\n\n${text}`,
    });
    assert.deepEqual(value?.system.questions, []);
  });

  test('are counted in a section about the database, too', () => {
    const text =
      '# Flats\nThe service shall allow adding units under a property.\n## Database\n- Tables for entities like Property, Unit, Tenant and Payment.\n';
    assert.deepEqual(outline(readRequirements({ document: 'r.md', text }).value), [
      'property: name string!',
      'unit: property → property',
      'tenant: name string!',
      'payment: name string!',
    ]);
  });
});

function read(section: string): readonly string[] {
  const text = `# Harbour\n\n## Data model\n\n${section}`;
  return outline(readRequirements({ document: 'r.md', text }).value);
}
