import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** What short remarks around a list of attributes add to it: text → outline of the entities. */
const remarks: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'an example in JSON is named by the line before it',
    '# Flags\n\nWe store flags like this:\n\n```json\n{ "key": "new", "phase": "new", "enabled": true }\n```\n\nand audit entries:\n\n```json\n{ "flagKey": "new", "actor": "a@b.example", "at": "2024-11-02T10:00:00Z" }\n```\n\nExample response:\n\n```json\n{ "code": 1, "message": "no", "reason": "x" }\n```\n\n- `phase` is one of new, old, gone\n- `key` is unique and matches `^[a-z]+$`\n',
    [
      'flag: key string#, phase enum(new|old|gone), enabled boolean',
      'audit-entry: flag-key string, actor email, at datetime',
    ],
  ],
  [
    'a sentence of its own gives one attribute more',
    '# Post\n\nEach parcel has a barcode, a recipient name and a street. A photo can be attached. A delivery note is optional.\n\nFor returned parcels a reason has to be chosen (damaged, refused, wrong depot).\n',
    [
      'parcel: barcode string, recipient-name string, street string, photo string, delivery-note text, reason enum(damaged|refused|wrong depot)',
    ],
  ],
  [
    'who enters something does not have it',
    '# Post\n\nA tour is one trip of a van. The shift lead enters the date, the price, the starting place and the planned departure time.\n',
    ['tour: date date, price money, starting-place string, planned-departure-time string'],
  ],
  [
    'the values of the last attribute may follow a colon, and an article goes before it',
    '# Post\n\nEvery scan is recorded with the place, the timestamp and the scan type: inbound, load, unload or exception.\n',
    ['scan: place string, timestamp datetime, scan-type enum(inbound|load|unload|exception)'],
  ],
  [
    'two heads share a noun, also behind an article',
    '# Forms\n\nA survey has a title, a start and end date and a cost per year.\n',
    ['survey: title string!, start-date date, end-date date, cost-per-year money'],
  ],
  [
    'a noun of another noun',
    '# Cars\n\nA driver has a name, a phone and the expiry date of their driving licence.\n',
    ['driver: name string!, phone phone, driving-licence-expiry-date date'],
  ],
  [
    'words for types are values of a channel',
    '# Office\n\nA letter has a title, a date and a channel (e-mail, letter, upload).\n',
    ['letter: title string!, date date, channel enum(e-mail|letter|upload)'],
  ],
  [
    'stories of somebody stand below a heading that begins with "as"',
    '# Personale\n\n## Storie\n\n### Come ufficio del personale\n\n- voglio definire i reparti con nome, stabilimento e responsabile\n',
    ['reparto: nome string!, stabilimento string, responsabile string'],
  ],
  [
    'points below a name are attributes of it where most of them are, and the others are rules',
    '# Gimnasio\n\n## Qué tiene que guardar el sistema\n\n### Socios\n- Nombre y apellidos (obligatorio)\n- DNI (único)\n- Teléfono\n- Foto\n- Un socio no puede darse de baja dos veces\n\n### Centros\n- Nombre, dirección, aforo máximo\n',
    [
      'socio: nombre string, apellidos string!, dni string#, telefono phone, foto string',
      'centro: nombre string!, direccion string, aforo-maximo integer',
    ],
  ],
  [
    'on an occasion, what was spoken of has the attributes',
    '# Lait\n\n**Suivre les collectes.** À chaque passage du camion : date et heure, volume collecté, température du lait.\n',
    ['collecte: date-et-heure datetime, volume-collecte number, temperature-du-lait number'],
  ],
  [
    'behind a colon, semicolons part a list as commas do, and a work order is one thing',
    '# Repairs\n\n## Work orders\n\nA work order sends one contractor. It contains: the instructions; a title; the price.\n',
    ['work-order: instructions text, title string!, price money'],
  ],
  [
    'below a Japanese heading the owner need not be said again',
    '# 受付\n\n## 機能要件\n\n### 会場\n\n- 会場名、住所、収容人数を登録する。\n\n### 申込\n\n- 参加者は氏名、会社名、メールアドレスを入力して申し込む。\n',
    [
      'venue: venue-name string, address string, capacity integer',
      'application: full-name string!, company-name string, email email',
    ],
  ],
];

for (const [what, text, entities] of remarks)
  test(what, () => {
    const { value } = readRequirements({ document: 'requirements.md', text });
    assert.deepEqual(outline(value), entities);
  });
