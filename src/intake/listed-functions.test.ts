import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Lists of functions instead of data: text → outline of the entities. */
const lists: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'Spanish: numbered functions, each with one verb of making',
    '# Requisitos\n\n1. **RF01:** El sistema debe permitir registrar clientes nuevos.\n2. **RF02:** El sistema debe permitir registrar mascotas asociadas a un cliente.\n3. **RF03:** El sistema debe permitir agendar citas veterinarias.\n4. **RF04:** El sistema debe permitir modificar citas.\n5. **RF05:** El sistema debe permitir buscar clientes y mascotas.\n',
    ['cliente: name string!', 'mascota: cliente → cliente', 'cita: name string!'],
  ],
  [
    'Portuguese: nouns of making',
    '# Requisitos\n\n- RF01: O sistema deve permitir cadastrar animais vinculados a um cliente.\n- RF02: Permitir cadastro, edição e remoção de avisos.\n- RF03: Permitir o cadastro de clientes novos.\n',
    ['animal: cliente → cliente', 'aviso: name string!', 'cliente: name string!'],
  ],
  [
    'French',
    "# Exigences\n\n- EF01 : Le système doit permettre d'enregistrer des animaux associés à un client.\n- EF02 : Le système doit permettre de planifier les visites.\n- EF03 : Le système doit permettre d'ajouter un client.\n",
    ['animal: client → client', 'visite: name string!', 'client: name string!'],
  ],
  [
    'Japanese and what no glossary has, but the document in two places',
    '# 機能要件\n\n- F01 顧客を登録できる\n- F02 盆栽を登録できる\n- F03 追跡番号を登録できる\n- F04 盆栽を検索できる\n',
    ['customer: name string!', 'pen-zai: name string!'],
  ],
  [
    'Korean',
    '# 기능 요구사항\n\n- F01 고객을 등록할 수 있다\n- F02 반려동물을 등록할 수 있다\n- F03 반려동물을 검색할 수 있다\n',
    ['customer: name string!', 'pet: name string!'],
  ],
  [
    'Russian: what is done before is no record',
    '# Требования\n\n- Ф1: Регистрация и авторизация гостя.\n- Ф2: Система должна позволять регистрировать клиентов.\n- Ф3: Система должна позволять создавать заказы клиента.\n',
    ['refused'],
  ],
  [
    'Korean: a table of functions, one cell of which names the thing',
    '## 예약 시스템\n\n| ID | 기능명 | 상세 내용 |\n|---|---|---|\n| R1 | 신규 고객 등록 | • 팝업을 통해 신규 고객의 이름, 연락처, 메모 등을 등록한다. |\n| R2 | 매장 정보 관리 | • 매장 이름, 주소, 영업 시간 등 기본 정보를 관리한다. |\n\n## 데이터베이스 요구사항\n\n- **데이터 무결성**: 예약 데이터는 고객(Users), 매장(Shops)과 참조 무결성을 가져야 한다.\n- **백업**: 매일 백업해야 한다.\n',
    [
      'customer: name string!, phone phone, memo text',
      'store: name string!, address string, yeong-eob-si-gan string',
    ],
  ],
  [
    'Japanese: the same',
    '# 予約システム\n\n| ID | 機能名 | 内容 |\n|---|---|---|\n| F-01 | 顧客登録 | 新規顧客の氏名、電話番号、生年月日を登録する。 |\n| F-02 | 店舗情報管理 | 店舗名、住所、営業時間を管理する。 |\n',
    [
      'customer: full-name string!, phone phone, birth-date date',
      'store: store-name string, address string, sales-duration string',
    ],
  ],
  [
    'Chinese: the same',
    '# 预约系统\n\n| 编号 | 功能 | 说明 |\n|---|---|---|\n| F-01 | 客户管理 | 登记客户的姓名、电话、生日等信息。 |\n| F-02 | 门店管理 | 管理门店名称、地址、电话等基本信息。 |\n',
    [
      'customer: full-name string!, phone phone, birth-date date',
      'store: name string!, address string, phone phone',
    ],
  ],
  [
    'Russian: two functions that make something',
    '# Функциональные требования\n\n- Система должна позволять регистрировать клиентов.\n- Система должна позволять создавать заказы.\n- Авторизация гостя.\n',
    ['refused'],
  ],
  [
    'the cell before says whose attributes are registered: Japanese',
    '# 運用\n\n| ID | 機能名 | 内容 |\n|---|---|---|\n| F-01 | 店舗管理 | 住所、電話番号、営業時間を登録する。 |\n| F-02 | 顧客登録 | 氏名、電話番号、生年月日を入力する。 |\n',
    [
      'store: address string, phone phone, sales-duration string',
      'customer: full-name string!, phone phone, birth-date date',
    ],
  ],
];

/** What belongs to several things under one name: text → outline of the entities. */
const parts: typeof lists = [
  [
    'Spanish: parts of two things with one name',
    '# Tienda\n\n## Gestión de compras\n\nUna compra tendrá:\n\n- Fecha.\n- Detalles de la compra.\n\nCada detalle tendrá:\n\n- Cantidad.\n- Precio.\n\n## Gestión de ventas\n\nUna venta tendrá:\n\n- Total.\n- Detalles de la venta.\n\nCada detalle tendrá:\n\n- Cantidad.\n- Descuento.\n',
    [
      'compra: fecha date',
      'detalle-de-compra: cantidad integer, precio money, compra → compra!',
      'venta: total money',
      'detalle-de-venta: cantidad integer, descuento decimal(5,2), venta → venta!',
    ],
  ],
  [
    'English: lines of an order',
    '# Shop\n\n## Orders\n\nEach order has:\n\n- Date\n- Lines of the order\n\nEach line has:\n\n- Quantity\n- Price\n\n## Bills\n\nEach bill has:\n\n- Number\n\nEach line has:\n\n- Text\n',
    [
      'order: date date, order-lines → order-line[]',
      'order-line: quantity integer, price money',
      'bill: number string',
      'line: text text',
    ],
  ],
];

/** Registers that are named in one line: text → outline of the entities. */
const registers: typeof lists = [
  [
    'Italian: a register lists kinds of record',
    '# Prese\n\n## Funzionalità\n\n- Anagrafiche: clienti, indirizzi (più indirizzi per cliente), autisti, mezzi.\n- Mezzi con tipo (VAN/TRUCK), capacità pallet, sponda.\n',
    [
      'cliente: name string!',
      'indirizzo: name string!',
      'autista: name string!',
      'mezzo: tipo enum(VAN|TRUCK), capacita-pallet integer, sponda string',
    ],
  ],
  [
    'Portuguese',
    '# Sistema\n\n- Cadastros: clientes, fornecedores e motoristas.\n- Produtos com código, descrição e preço.\n',
    [
      'cliente: name string!',
      'fornecedor: name string!',
      'motorista: name string!',
      'produto: codigo string, descricao text, preco money',
    ],
  ],
  [
    'Japanese',
    '# 販売管理\n\n- マスタ：顧客、商品、仕入先\n',
    ['customer: name string!', 'product: name string!', 'supplier: name string!'],
  ],
  [
    'German',
    '# Handel\n\n- Stammdaten: Kunden, Artikel, Lieferanten\n',
    ['kunden: name string!', 'artikel: name string!', 'lieferanten: name string!'],
  ],
  [
    'Korean',
    '# 판매\n\n- 기초 데이터: 고객, 상품, 거래처\n',
    ['customer: name string!', 'product: name string!', 'client: name string!'],
  ],
  [
    'Russian',
    '# Склад\n\n- Справочники: клиенты, товары, поставщики\n',
    ['client: name string!', 'product: name string!', 'supplier: name string!'],
  ],
  [
    'Spanish',
    '# Taller\n\n- Catálogos: clientes, vehículos y repuestos.\n',
    ['cliente: name string!', 'vehiculo: name string!', 'repuesto: name string!'],
  ],
  [
    'English',
    '# Depot\n\n- Master data: customers, articles and suppliers.\n',
    ['customer: name string!', 'article: name string!', 'supplier: name string!'],
  ],
  [
    'of one thing they are its attributes',
    '# Handel\n\n## Kunde\n\nStammdaten: Name, Anschrift, Telefon\n',
    ['refused'],
  ],
];

test('inputs below one of several functions are of what that function makes', () => {
  const text = `# Kennel\n\n## Requirements\n\n### Dog Management\n- **FR-1: Add a breed:** The user must be able to add a new breed.\n  - *Input:* Breed name (string, max 255), coat, origin.\n- **FR-2: Add a dog:** The user must be able to add a dog.\n  - *Input:* Call name, birth date, weight.\n`;
  assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), [
    'dog: call-name string, birth-date date, weight number',
    'breed: breed-name string max255, coat string, origin string',
  ]);
});

describe('lists of functions', () => {
  for (const [what, text, entities] of [...lists, ...parts, ...registers])
    test(what, () =>
      assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), entities),
    );
});
