import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const kennel = `# Kennel

## Schema tanımları

**\`owners\` tablosu:**
- [ ] \`id\` UUID PK
- [ ] \`phone\` VARCHAR(20) UNIQUE NOT NULL
- [ ] \`kind\` VARCHAR(10) — enum: private | club
- [ ] \`created_at\`, \`updated_at\` TIMESTAMPTZ

**\`walks\` tablosu:**
- [ ] \`id\` UUID PK
- [ ] \`owner_id\` UUID FK → owners(id) ON DELETE CASCADE
- [ ] \`day_of_week\` SMALLINT NOT NULL
- [ ] \`start_time\` TIME (nullable)
- [ ] UNIQUE (owner_id, day_of_week)
- [ ] INDEX (start_time)
`;

test('points that are columns of SQL make their lead-in a table, in whatever language it is called one', () => {
  assert.deepEqual(read(kennel), [
    'owner: phone phone!# max20, kind enum(private|club)',
    'walk: owner → owner, day-of-week integer!, start-time string; unique(owner, day-of-week)',
  ]);
});

test('a screen that lists what it is made of is no table', () => {
  const screen = `# Kennel\n\n## Ekranlar\n\n**\`Home\` ekranı:**\n- \`Header\` bileşeni\n- \`Walks\` listesi\n\n${kennel}`;
  assert.equal(read(screen).length, 2);
});

test('columns that are unique together are not each unique, and a time of day is none of a moment', () => {
  const { value } = readRequirements({ document: 'k.md', text: kennel });
  const walk = value?.system.services[0]?.entities.find(({ name }) => name === 'walk');
  assert.deepEqual(
    walk?.fields.filter(({ unique }) => unique).map(({ name }) => name),
    [],
  );
  const start = walk?.fields.find(({ name }) => name === 'start-time');
  assert.match('07:30', new RegExp(start?.pattern ?? '^$'));
  assert.match('07:30:59', new RegExp(start?.pattern ?? '^$'));
  assert.doesNotMatch('2026-01-01T07:30:00Z', new RegExp(start?.pattern ?? ''));
});

test('a line that tells of steps in passing adds no states to those that are declared', () => {
  const text = `# Kennel\n\n## Data\n\n### Walk\n- title: string, required\n- status: enum(planned, done, dropped)\n\n## Steps\n\n- Drop → status: planned → dropped, mark the slot as free\n`;
  assert.deepEqual(read(text), ['walk: title string!, status enum(planned|done|dropped)']);
});

test('roles that arrows lead from one to the other are no states', () => {
  const text = `# Kennel\n\n## Data\n\n### User\n- email: string, required\n- role: enum(admin, keeper, helper)\n\n### Dog\n- name: string, required\n\n## Roles\n\n- Hierarchy: admin → keeper → helper\n`;
  const { value } = readRequirements({ document: 'k.md', text });
  assert.ok(value !== undefined);
  for (const { lifecycle } of value.system.services[0]?.entities ?? [])
    assert.equal(lifecycle, undefined);
});

test('a name in code that is also the name of a type is one of the names beside it', () => {
  const text = `# Kennel\n\n## Database\n\n### Collections\n- **Collection \`visits\`**:\n  - \`guest\` (string, required)\n  - \`timestamp\`, \`text\`, \`weight\`, \`colour\`\n`;
  const { value } = readRequirements({ document: 'k.md', text });
  assert.deepEqual(
    value?.system.services[0]?.entities[0]?.fields.map(({ name }) => name),
    ['guest', 'timestamp', 'text', 'weight', 'colour'],
  );
});

test('a type of SQL in capitals and what may not be empty are no values', () => {
  const text = `# Kennel\n\n## Data\n\n### Entity: Dog\n- \`name\` (TEXT, NOT NULL)\n- \`breed\` (VARCHAR, NOT NULL, default 'mixed')\n- \`coat\` (SMOOTH, CURLY)\n`;
  assert.deepEqual(read(text), [
    'dog: name string!, breed string! =mixed, coat enum(SMOOTH|CURLY)',
  ]);
});

test('"Dog Table:" above the names of columns is a table, above what a page shows it is none', () => {
  const text = (points: string) => `Dog Table:\n${points}\n\nThe kennel keeps the dogs.\n`;
  assert.deepEqual(read(text('- id (Primary Key)\n- call_name\n- weight\n- status')), [
    'dog: call-name string, weight number, status string',
  ]);
  assert.deepEqual(read(text('- Sorting\n- Paging\n- Export button')), ['refused']);
});

test('what a table is for may stand before its fields, and what holds for all of them behind', () => {
  const text = `# Kennel\n\n## Database\n\n#### walkers\nPeople who help (paid, unpaid). Fields: email, phone, is_active.\n\n#### outings\nWalks with a dog. Fields: walker_id, day, start_time, notes (nullable). Constraint: one for each dog and day.\n`;
  assert.deepEqual(read(text), [
    'walker: email email!, phone phone!, is-active boolean!',
    'outing: walker → walker!, day string!, start-time datetime!, notes text',
  ]);
});

test('a table that refers to users, where nothing declares them, refers to those who log in', () => {
  const table = (columns: string) =>
    `# Kennel\n\n## Data model\n\n### Dog\n| Field | Type |\n|---|---|\n| id | uuid |\n| name | string |\n${columns}`;
  assert.deepEqual(read(table('| user_id | uuid |\n| approved_by | uuid |\n')), [
    'dog: name string!, user → user, approved-by → user',
    '@user: -',
  ]);
  assert.deepEqual(read(table('| chip | uuid |\n')), ['dog: name string!, chip uuid']);
  assert.deepEqual(
    read(
      `${table('| user_id | uuid |\n')}\n## Access\n\nNo login is required, the API is public.\n`,
    ),
    ['dog: name string!, user-id uuid'],
  );
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'k.md', text }).value);
}
