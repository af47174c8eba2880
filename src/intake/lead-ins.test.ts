import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** What is kept of each, in the orders of words that languages have. */
const leads: readonly (readonly [lead: string, points: readonly string[], becomes: string])[] = [
  [
    '**R1.1** The system shall store, for each kite:',
    ['`name` (unique)', 'span (number)', 'maker (optional)'],
    'kite: name string!#, span number!, maker string',
  ],
  [
    'For each kite, the system shall keep:',
    ['name (unique)', 'span (number)', 'maker (optional)'],
    'kite: name string!#, span number!, maker string',
  ],
  [
    'A kite record must contain at least:',
    ['name (unique)', 'span (number)'],
    'kite: name string!#, span number',
  ],
  [
    'Para cada cometa, el sistema debe almacenar:',
    ['nombre (único)', 'peso (número)'],
    'cometa: nombre string!#, peso number',
  ],
  [
    'O sistema deve armazenar, para cada pipa:',
    ['nome (único)', 'peso (número)'],
    'pipa: nome string!#, peso number',
  ],
  [
    'Für jeden Drachen speichert das System:',
    ['Name (eindeutig)', 'Gewicht (Zahl)'],
    'drache: name string!#, gewicht number',
  ],
  [
    'Pour chaque bateau, le système enregistre :',
    ['nom (unique)', 'poids (nombre)'],
    'bateau: nom string!#, poids number',
  ],
  [
    'Per ogni barca il sistema memorizza:',
    ['nome (unico)', 'peso (numero)'],
    'barca: nome string!#, peso number',
  ],
  [
    '注文ごとに以下の情報を保存する：',
    ['名前（必須）', '数量（数値）'],
    'order: name string!, quantity integer',
  ],
];

describe('a lead-in says of what each is kept', () => {
  for (const [lead, points, becomes] of leads)
    test(lead, () => {
      const items = points.map((point) => `  - ${point}\n`).join('');
      assert.deepEqual(read(`# K\n\n## Functional requirements\n\n- ${lead}\n${items}`), [becomes]);
    });
});

describe('what is no record', () => {
  const kept = '# Klub\n\n## Data model\n\n### Boat\n- name (string)\n- length (number)\n\n';
  const boat = 'boat: name string!, length number';

  test('policies, premises and goals below Japanese data requirements, where recommended tables are', () => {
    const text =
      '# 艇庫管理システム 要件定義書（UI反映版）\n\n## 背景\n\n## 利用者\n\n## 画面\n\n# データベース要件\n\n## DB方針\n- 開発：SQLite\n- 本番：PostgreSQL\n\n## 前提\n- `x.csv`\n- `y.csv`\n\n## 必須テーブル\n### boats（艇）\n- `id`（PK）\n- `name`（艇名）\n\n## 推奨テーブル\n- `makers`（メーカー）\n- `trips` / `trip_lines`（航海）\n\n### メーカー.csv → makers テーブル\n\n**想定CSV項目（例）**\n- 電話番号\n- 備考\n';
    assert.deepEqual(
      read(text).map((line) => line.replace(/:.*/, '')),
      ['boat', 'maker', 'trip', 'trip-line'],
    );
    assert.ok(read(text).includes('maker: phone phone, remarks text'), read(text).join('\n'));
  });

  test('the form of an error, an argument of a call, a part of a page', () => {
    const text = `${kept}### Error format\n\n\`\`\`json\n{ "statusCode": 409, "message": "taken", "error": "Conflict" }\n\`\`\`\n\n### Import\n\n\`\`\`python\nrows = read(path,\n  kinds={'cost': float, 'name': str})\n\`\`\`\n\n## Acceptance criteria\n- The contact section includes phone, email and address.\n`;
    assert.deepEqual(read(text), [boat]);
  });

  test('an imperative is no name', () => {
    assert.deepEqual(read(`${kept}## Functions\n- Manage boats\n- Check boat records\n`), [boat]);
  });
});

test('values in the notation of sets', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n\n- name\n- rig\n\n> `rig` ∈ {`sloop`, `ketch`}\n';
  assert.deepEqual(read(text), ['boat: name string!, rig enum(sloop|ketch)']);
});

test('English names of code have English plurals in Romance documents', () => {
  for (const [title, section] of [
    ['Registro delle barche', 'Modello dei dati'],
    ['Registro de los barcos', 'Modelo de datos'],
  ] as const) {
    const text = `# ${title}\n\n## ${section}\n\n### Category\n- name (string)\n\n### User\n- email\n- phone\n`;
    const { value } = readRequirements({ document: 'r.md', text });
    const entities = value?.system.services.flatMap((service) => service.entities) ?? [];
    assert.deepEqual(entities.map(({ plural }) => plural).toSorted(), ['categories', 'users']);
  }
});

test('the number of a requirement is no part of a role', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n- name (string)\n- length (number)\n\n## User roles\n\n- **R1.1** Users log in with a password:\n- **R2.1 Clerk**\n  - manages boats\n- **R2.2 Visitor**\n  - sees boats\n';
  const roles = readRequirements({ document: 'r.md', text }).value?.system.roles ?? [];
  assert.deepEqual(
    roles.map(({ name }) => name),
    ['clerk', 'visitor'],
  );
});

test('a value that is written in one case is no rule', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n- `kind` (enum: sail / motor)\n- `length` (number)\n\n### First boats\n- Where boats exist already, put in\n  - `kind = sail`\n  - `length > 0`\n';
  const { value } = readRequirements({ document: 'r.md', text });
  const rules = value?.system.services[0]?.entities.flatMap((entity) => entity.rules) ?? [];
  assert.deepEqual(
    rules.map(({ label }) => label),
    [],
  );
});

test('a reference ends where a clause begins', () => {
  const text =
    '# K\n\n## Data model\n\n### Boat\n- name (string)\n\n### Trip\n- `boat_id` – reference to the Boat for this trip (may differ)\n- `starts_at` – timestamp\n';
  assert.deepEqual(read(text), ['boat: name string!', 'trip: boat → boat, starts-at datetime']);
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'r.md', text }).value);
}

test('one phrase does not open a service that people log in to', () => {
  const kept = '# K\n\n## Data model\n\n### Boat\n- name (string)\n- length (number)\n\n';
  const accounts = `${kept}## Scope\nA single-user desktop session.\n\n## Users\n- The clerk logs in with a name.\n- After login the dashboard is shown.\n- The clerk can log out.\n`;
  const open = `${kept}## Scope\nNo login is needed.\n`;
  const access = (text: string) =>
    readRequirements({ document: 'r.md', text }).value?.system.services[0]?.access;
  assert.deepEqual([access(accounts), access(open)], ['accounts', 'public']);
});
