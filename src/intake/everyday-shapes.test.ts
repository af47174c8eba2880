import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const shapes: readonly (readonly [name: string, text: string, becomes: readonly string[]])[] = [
  [
    'an entity with one field is an entity, and can be referred to',
    '# Lending\n\n## Product\n\n- name (string, required)\n\n## Loan\n- product (reference to Product, required)\n- lent on (date)\n',
    ['product: name string!', 'loan: product → product!, lent-on date'],
  ],
  [
    'one point that is no field makes no entity',
    '# Shop\n\n## Product\n- name (string)\n- price (money)\n\n## Search\n- by name\n\n## Export\n- all products as CSV\n',
    ['product: name string!, price money'],
  ],
  [
    'one point below rules is no field',
    '# Shop\n\n## Product\n- name (string)\n- shelf (string)\n- number (integer)\n\n## Rules\n- The pair (shelf, number) is unique.\n',
    ['product: name string!, shelf string, number integer; unique(shelf, number)'],
  ],
  [
    'a table on one line, called results, with quoted columns and a key',
    '# Clinic\n\n```sql\nCREATE TABLE samples (id SERIAL PRIMARY KEY, barcode VARCHAR(20) UNIQUE NOT NULL);\nCREATE TABLE results (id SERIAL PRIMARY KEY, sample_id INT REFERENCES samples(id), "order" INT, "Group By" TEXT NOT NULL, UNIQUE(sample_id, "Group By"));\n```\n',
    [
      'sample: barcode string!# max20',
      'result: sample → sample, order integer, group-by text!; unique(sample, group-by)',
    ],
  ],
  [
    'a Date of TypeScript is a moment unless it is called a day',
    '# Pods\n\n```ts\ninterface Episode {\n  title: string;\n  published: Date | null;\n  dueDate: Date;\n}\n```\n',
    ['episode: title string!, published datetime, due-date date!'],
  ],
  [
    'columns of SQL in a cell: a key makes no entity, NOT NULL is kept, bare ones stay optional',
    '# Warehouse\n\n| Entity | Columns |\n|---|---|\n| Article | sku: varchar(20) PK, name: varchar(100) NOT NULL, ean: char(13), unit_price: numeric(10,2) NOT NULL, min_stock: int default 0, active: bool |\n| Supplier | name: varchar(80) NOT NULL, email, vat_id |\n\n| Relation | Cardinality |\n|---|---|\n| Supplier → Article | N:M |\n',
    [
      'article: sku string!# max20, name string! max100, ean string max13, unit-price money!, min-stock integer =0, active boolean',
      'supplier: name string! max80, email email, vat-id string, articles → article[]',
    ],
  ],
  [
    'the cardinality stands in a cell of its own',
    '# Shop\n\n## Data model\n\n### Purchase Order\n- number (string)\n- placed on (date)\n\n### Purchase Order Line\n- quantity (integer)\n- price (money)\n\n## Relations\n\n| From | To | Cardinality |\n|---|---|---|\n| Purchase Order | Purchase Order Line | 1:N |\n',
    [
      'purchase-order: number string, placed-on date',
      'purchase-order-line: quantity integer, price money, purchase-order → purchase-order',
    ],
  ],
  [
    'the values stand where the type does, and what is never shown is a secret',
    '# Rentals\n\n## Data\n\n### Rental\n| Attribute | Type | Mandatory | Notes |\n|---|---|---|---|\n| Status | reserved / active / returned | Y | |\n| Document no. | string(20) | N | confidential; never shown |\n| Slot | string | N | never shown to customers |\n',
    [
      'rental: status enum(reserved|active|returned)!, document-no string max20 secret, slot string',
    ],
  ],
  [
    'a line of attributes below the name, which belongs to another',
    '# Bikes\n\n## Domain model\n\n### Bike\n- a model name, mandatory\n- a daily rate in EUR, greater than zero\n\n### Repair order\nBelongs to a bike. Attributes: cost (money), opened on (date, required), closed on (date).\n',
    [
      'bike: model-name string!, daily-rate money >0',
      'repair-order: cost money, opened-on date!, closed-on date, bike → bike!',
    ],
  ],
  [
    'bold names with their attributes on one line, one of them another entity',
    '# Club\n\n## Data model\n\n**Member**\n- surname (text, required)\n- born on (date)\n\n**Department**: motto (required, unique), leader (Member), founded (integer)\n',
    [
      'member: surname text!, born-on date',
      'department: motto string!#, leader → member, founded integer',
    ],
  ],
  [
    'a moment and a range in a sentence',
    'A walk has a date and hour, a duration in minutes between 15 and 180, and a status (requested, done). A room has a title and a capacity between 1 and 9.\n',
    [
      'walk: date-and-hour datetime, duration integer >=15 <=180, status enum(requested|done)',
      'room: title string!, capacity integer >=1 <=9',
    ],
  ],
  [
    'a Spanish sentence about each record makes one entity',
    '# Biblioteca\n\n## Requisitos funcionales\n- RF-01 El bibliotecario podrá registrar y modificar libros.\n- RF-02 De cada libro se guardará: título (obligatorio), autor y año de publicación.\n- RF-03 De cada socio se guardará: nombre y apellidos, DNI (único), correo electrónico, teléfono y si está activo.\n',
    [
      'libro: titulo string!, autor string, ano-de-publicacion integer',
      'socio: nombre string!, apellidos string, dni string#, correo-electronico email, telefono phone, activo boolean',
    ],
  ],
  [
    'a class of a school with its fields in code, and a user with one field',
    '# School\n\n## Class\nshall include:\n* `type` (one of: lecture, lab, seminar)\n* `capacity` integer\n* `motto` string, required\n\n## User\n- nickname (string, unique)\n',
    [
      'class: type enum(lecture|lab|seminar), capacity integer, motto string!',
      '@user: nickname string#',
    ],
  ],
];

describe('shapes that newcomers write', () => {
  for (const [name, text, becomes] of shapes) {
    test(name, () =>
      assert.deepEqual(
        outline(readRequirements({ document: 'requirements.md', text }).value),
        becomes,
      ),
    );
  }
});

test('a bracket with a type in it lists no values', () => {
  const text =
    '# Workshop\n\n## Data\n\n### Task\n- title (string)\n- priority (integer, min 1, max 5, default 3)\n- kind (bug | chore, required)\n';
  const { value, diagnostics } = readRequirements({ document: 'requirements.md', text });
  assert.deepEqual(outline(value), [
    'task: title string, priority integer >=1 <=5 =3, kind enum(bug|chore)!',
  ]);
  assert.deepEqual(diagnostics, []);
});

test('the line of a named type counts as used', () => {
  const text =
    "# Pods\n\n```ts\ntype Stage = 'draft' | 'live';\n\ninterface Episode {\n  title: string;\n  stage: Stage;\n}\n```\n";
  const { value, coverage } = readRequirements({ document: 'requirements.md', text });
  assert.deepEqual(outline(value), ['episode: title string!, stage enum(draft|live)']);
  assert.equal(coverage.lines.find(({ line }) => line === 4)?.status, 'used');
});

test('the name of a record is no short form of one of its states', () => {
  const text =
    '# 備品管理\n\n## データ項目\n\n### 貸出\n| 項目名 | 型 | 必須 |\n|---|---|---|\n| 貸出日 | 日付 | ○ |\n| 状態 | 選択（申請中/貸出中/返却済み） | ○ |\n\n## 業務ルール\n- 返却済みの貸出は変更できない。\n';
  const { value } = readRequirements({ document: 'requirements.md', text });
  const [rule] = value?.system.services[0]?.entities[0]?.rules ?? [];
  assert.ok(rule?.expression.kind === 'implies');
  assert.deepEqual(rule.expression.condition, {
    kind: 'compare',
    operator: 'eq',
    left: { kind: 'previous', field: 'status' },
    right: { kind: 'literal', type: 'string', value: '返却済み' },
  });
});

test('front matter gives the title by its key, and nothing else', () => {
  const label = (text: string) =>
    readRequirements({ document: 'requirements.md', text }).value?.system.label;
  const front = '---\nauthor: Product\ntitle: "Class registry"\ntags:\n  - draft\n---\n';
  const data = '## Course\n- room (string)\n- starts at (datetime)\n';
  assert.equal(label(`${front}\n${data}`), 'Class registry');
  assert.equal(label(`${front}\n# School\n\n${data}`), 'School');
});

test('limits that leave no value are a contradiction, and the first counts', () => {
  const base =
    '# Shop\n\n## Data\n\n### Order\n- code (string)\n- limit (integer, 0-10)\n\n## Rules\n';
  for (const rule of [
    'limit must be greater than 5 and less than 3.',
    'limit must be at least 12.',
  ]) {
    const { value, diagnostics } = readRequirements({
      document: 'requirements.md',
      text: `${base}- ${rule}\n`,
    });
    assert.deepEqual(outline(value), ['order: code string, limit integer >=0 <=10']);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['intake/contradiction'],
    );
  }
});

test('references that are required in a circle are optional where they close it', () => {
  const { value } = readRequirements({
    document: 'requirements.md',
    text: '# Flags\n\n## Data\n\n### Flag\n- title (string)\n- parent flag (reference to Flag, required)\n- owner (reference to Team, required)\n\n### Team\n- name (string)\n- main flag (reference to Flag, required)\n',
  });
  assert.deepEqual(outline(value), [
    'flag: title string, parent → flag, owner → team',
    'team: name string, main → flag!',
  ]);
  const [flag] = value?.system.services[0]?.entities ?? [];
  assert.match(flag?.fields.find(({ name }) => name === 'owner')?.note ?? '', /circle/);
});

test('the values of an enumeration in code are no further names', () => {
  const { value } = readRequirements({
    document: 'requirements.md',
    text: '# Flags\n\n## Data model\n\n**flags**\n- `id` uuid pk\n- `label` varchar(80), unique, not null\n- `state` enum(`active`, `archived`), not null, default `active`\n',
  });
  assert.deepEqual(outline(value), [
    'flag: label string!# max80, state enum(active|archived)! =active',
  ]);
});
