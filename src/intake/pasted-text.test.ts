import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { parseDocument } from './document/parse-document.ts';
import { spanIn } from './document/span-in.ts';
import { readRequirements } from './read-requirements.ts';
import { assertLinear } from './testing/linear.ts';
import { outline } from './testing/outline.ts';

/** What labels and plain lines declare: text → outline of the entities. */
const texts: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'Chinese: a label before the fields of what the heading names, and a list to choose from',
    '# 仓库\n\n## 4.1 出库记录\n\n表单字段：日期、数量、产品属性（下拉框：新品、维修品）\n\n## 4.2 机台明细\n\n字段：厂房、机台号\n',
    [
      'stock-issue-record: date date, quantity integer, product-shu-xing enum(新品|维修品)',
      'ji-tai-ming-xi: chang-fang string, ji-tai-hao string',
    ],
  ],
  [
    'Spanish: what a form holds, and what of it must be there',
    '# Taller\n\n## Gestión de entregas\n\nCampos obligatorios: fecha, cantidad\n\nCampos del formulario: estado (lista: nuevo, reparado), observaciones\n',
    ['entrega: fecha date!, cantidad integer!, estado enum(nuevo|reparado), observaciones text'],
  ],
  [
    'German: fields of a form below a heading',
    '# Halle\n\n## 4.2 Maschine\n\nFelder: Halle, Maschinennummer, Marke\n',
    ['maschine: halle string, maschinennummer string, marke string'],
  ],
  [
    'a table with a number and a name, and labels behind one another',
    '# 设备\n\n数据库表二：开机表：字段：机台型号、占比\n\n表3物料表：类别、物料名称\n',
    [
      'kai-ji: ji-tai-xing-hao string, zhan-bi string',
      'material: category string, material-name string',
    ],
  ],
  [
    'a table whose columns are the lines below it',
    '## База данных\n\nТаблица orders:\nid (UUID, primary key)\ntotal_price (float)\nstatus (enum: PENDING, PAID)\n',
    ['order: total-price money, status enum(PENDING|PAID)'],
  ],
  [
    'chapters with numbers out of a word processor, in whatever block they are',
    'Orders service\n1. Introduction\nIt keeps orders.\n2. Data\n2.1 Rooms\nTable rooms:\nid (uuid)\nfloor (int)\nlabel (string, required)\n2.2 Queues\nNothing is kept here.\n3. Delivery\nPut it on the server.\n',
    ['room: floor integer, label string!'],
  ],
];

describe('fields behind a label, and plain lines', () => {
  for (const [what, text, entities] of texts)
    test(what, () => {
      const { value } = readRequirements({ document: 'x.md', text });
      assert.deepEqual(value === undefined ? [] : outline(value), entities);
    });
});

test('numbered lines are headings only where chapters have chapters of their own', () => {
  const kinds = (text: string) =>
    parseDocument('x.md', text).blocks.map(({ kind, text: read }) => `${kind} ${read}`);
  assert.deepEqual(
    kinds('1. Forms\nAll of them.\n1.1 Notes\n• a note\n• another\nand more\n1.2 Bills\nOf 2.5 kg'),
    [
      'heading Forms',
      'paragraph All of them.',
      'heading 1.1 Notes',
      'item a note',
      'item another\nand more',
      'heading 1.2 Bills',
      'paragraph Of 2.5 kg',
    ],
  );
  assert.deepEqual(kinds('1. mix 2.5 kg\n2. bake it\n3. eat it'), [
    'item mix 2.5 kg',
    'item bake it',
    'item eat it',
  ]);
});

test('what was moved still says where it was', () => {
  const text =
    'Forms\n1. Forms\nAll of them.\n1.1 Notes\n• a note\n• another\n1.2 Bills\nTable bills:\nid (int)\nnumber (string)\n';
  const document = parseDocument('x.md', text);
  for (const block of document.blocks)
    for (const { index } of block.text.matchAll(/\p{L}/gu)) {
      const { line, column } = spanIn(document, block, index, index + 1);
      assert.equal(document.lines[line - 1]?.[column - 1], block.text[index], block.text);
    }
  const line = (part: string) =>
    document.blocks.find(({ text: read }) => read.includes(part))?.span.line;
  assert.deepEqual([line('another'), line('Bills'), line('number')], [6, 7, 10]);
});

test('many thousands of numbered lines and labels take no longer than they are long', () => {
  const read = (text: string) => readRequirements({ document: 'x.md', text });
  for (const [count, text] of [
    [8000, (parts: number) => `1. A\n${'1.1 B\n'.repeat(parts)}`],
    [10_000, (parts: number) => `1. A\n1.1 B\n1.2 C\n${'• x\n'.repeat(parts)}`],
    [30_000, (parts: number) => `表单字段：${'字段：'.repeat(parts)}`],
    [30_000, (parts: number) => `Fields: ${'a, '.repeat(parts)}`],
    [12_000, (parts: number) => `Table x:\n${'a (int)\n'.repeat(parts)}`],
  ] as const)
    assertLinear(text, sweep(300, count), read);
});
