import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Shapes of documents that list functions, with what they say of data on the way: text → outline of the entities. */
const texts: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'pages of a PDF: running titles, requirements without marks, steps that enter something',
    [
      '# Page 1',
      'Harbour - FRD',
      '1',
      'FR-001: Berth Creation & Management',
      'Description:',
      'Staff can create, edit and delete berths.',
      'Main Flow:',
      '1. Staff clicks "New berth".',
      '2. Staff enters name, length, optionally a note, selects quay and price.',
      'Acceptance Criteria:',
      'AC-001.1: The name must be unique.',
      '---',
      '# Page 2',
      'Harbour - FRD',
      '2',
      'AC-001.2: Berth list shows metadata: length, quay, next inspection date.',
      '---',
      '# Page 3',
      'Harbour - FRD',
      '3',
      'Notes:',
      'Nothing else.',
    ].join('\n'),
    [
      'berth: name string!#, length number, note text, quay string, price money, next-inspection-date date',
    ],
  ],
  [
    'Korean: points in a cell, below a sentence that announces them',
    '# 기능 요구사항\n\n| 번호 | 도메인 | 기능 | 세부내용 |\n|---|---|---|---|\n| 1 | 상품 | 상품 조회 | 1. 상품을 조회할 수 있다.<br>2. 아래와 같은 항목을 조회한다.<br> - ID<br> - 이름<br> - 가격 |\n| 2 | 쿠폰 | 쿠폰 조회 | 1. 아래와 같은 항목을 조회한다.<br> - 이름<br> - 할인 금액<br>2. 다음 경우 실패한다.<br> - 없는 유저<br> - 탈퇴한 유저 |\n',
    ['product: name string!, price money', 'coupon: name string!, discount-amount money'],
  ],
  [
    'English: the same',
    '# Features\n\n| No | Domain | Feature | Details |\n|---|---|---|---|\n| 1 | Boat | Boat detail | 1. A user views a boat.<br>2. It shows the following items.<br> - name<br> - length<br> - berth number |\n',
    ['boat: name string!, length number, berth-number string'],
  ],
  [
    'a title in bold on a line of its own, numbered, with what it lists',
    '# Requisitos\n\n## Funcionais\n\n**RF06 - Listagem**  \nO sistema deve listar as transações por estágio.\n\n**RF18 - Registro de Transações**  \nO sistema deve registrar todas as operações:\n\n- Data e hora\n- Tipo\n- Valor\n',
    ['transacao: data-e-hora datetime, tipo string, valor money'],
  ],
  [
    'details in brackets',
    '# Concerts\n\n- Create, read, and update events\n- Each event should have basic details (name, date, venue, etc.)\n',
    ['event: name string!, date date, venue string'],
  ],
];

describe('what lists of functions say of data on the way', () => {
  for (const [what, text, entities] of texts) {
    test(what, () => {
      const { value } = readRequirements({ document: 'PRD.md', text });
      assert.deepEqual(value === undefined ? ['refused'] : outline(value), entities);
    });
  }

  test('what a step does on a page is no attribute', () => {
    const { value } = readRequirements({
      document: 'PRD.md',
      text: '# Berths\n\n- Staff can create, edit and delete berths.\n- Staff enters the name, the length, clicks Save, confirms the price.\n',
    });
    assert.ok(!outline(value).join().includes('click'));
  });

  test('pages are left out, and lines are counted as they were', () => {
    const text = [
      '# Page 1',
      'Plan',
      'FR-1: Boats',
      '',
      '# Page 2',
      'Plan',
      '- Boat: name, length',
    ].join('\n');
    const { coverage } = readRequirements({ document: 'PRD.md', text });
    assert.equal(coverage.lines.length, 6);
  });
});
