/** A way in which requirements tell a story, and what it becomes. */
export interface StoryForm {
  readonly name: string;
  readonly text: string;
  readonly role?: string;
  readonly goal: string;
  readonly benefit?: string;
  /** How many acceptance criteria it has. */
  readonly criteria?: number;
}

/** The published list: a test reads each of them, and docs/notations.md shows it. */
export const storyForms: readonly StoryForm[] = [
  {
    name: 'one line',
    text: 'As a customer, I want to cancel an order so that I get my money back.',
    role: 'customer',
    goal: 'cancel an order',
    benefit: 'I get my money back',
  },
  {
    name: 'without benefit',
    text: 'As an admin, I want to see all orders.',
    role: 'admin',
    goal: 'see all orders',
  },
  {
    name: 'in bold, over three lines',
    text: '**As a** manager\n**I want** to approve orders\n**So that** nothing is sent by mistake',
    role: 'manager',
    goal: 'approve orders',
    benefit: 'nothing is sent by mistake',
  },
  {
    name: 'as a point of a list, with an id',
    text: '- US-1: As a customer, I can search products by name.',
    role: 'customer',
    goal: 'search products by name',
  },
  {
    name: 'need instead of want',
    text: 'As a manager, I need to export orders in order to check them.',
    role: 'manager',
    goal: 'export orders',
    benefit: 'check them',
  },
  {
    name: 'benefit first',
    text: 'In order to plan my day, as a driver, I want to see the route.',
    role: 'driver',
    goal: 'see the route',
    benefit: 'plan my day',
  },
  {
    name: 'table of three columns',
    text: '| As a | I want | So that |\n|---|---|---|\n| customer | track an order | I know when it comes |',
    role: 'customer',
    goal: 'track an order',
    benefit: 'I know when it comes',
  },
  {
    name: 'table with roles',
    text: '| Role | Goal | Benefit |\n|---|---|---|\n| manager | assign tasks | work is shared |',
    role: 'manager',
    goal: 'assign tasks',
    benefit: 'work is shared',
  },
  {
    name: 'Spanish',
    text: 'Como cliente, quiero pagar con tarjeta para que sea más rápido.',
    role: 'cliente',
    goal: 'pagar con tarjeta',
    benefit: 'sea más rápido',
  },
  {
    name: 'Portuguese',
    text: 'Como vendedor, quero registrar vendas para que o estoque seja atualizado.',
    role: 'vendedor',
    goal: 'registrar vendas',
    benefit: 'o estoque seja atualizado',
  },
  {
    name: 'French',
    text: 'En tant que client, je veux créer un projet afin de suivre mes missions.',
    role: 'client',
    goal: 'créer un projet',
    benefit: 'suivre mes missions',
  },
  {
    name: 'French table',
    text: '| En tant que ... | Je veux... | Afin de ... |\n|---|---|---|\n| client | un calendrier | gérer les dates des missions |',
    role: 'client',
    goal: 'un calendrier',
    benefit: 'gérer les dates des missions',
  },
  {
    name: 'German',
    text: 'Als Kunde möchte ich eine Bestellung stornieren, damit ich mein Geld zurückbekomme.',
    role: 'Kunde',
    goal: 'eine Bestellung stornieren',
    benefit: 'ich mein Geld zurückbekomme',
  },
  {
    name: 'Italian',
    text: 'Come cliente, voglio vedere i miei ordini in modo da controllare le spese.',
    role: 'cliente',
    goal: 'vedere i miei ordini',
    benefit: 'controllare le spese',
  },
  {
    name: 'Russian',
    text: 'Как менеджер, я хочу видеть заказы, чтобы планировать доставку.',
    role: 'менеджер',
    goal: 'видеть заказы',
    benefit: 'планировать доставку',
  },
  {
    name: 'Chinese',
    text: '作为管理员，我想要查看所有订单，以便统计销售额。',
    role: '管理员',
    goal: '查看所有订单',
    benefit: '统计销售额',
  },
  {
    name: 'Japanese',
    text: '管理者として、商品を登録したい。',
    role: '管理者',
    goal: '商品を登録',
  },
  {
    name: 'Japanese, benefit first',
    text: '在庫を把握するために、管理者として、商品を検索したい。',
    role: '管理者',
    goal: '商品を検索',
    benefit: '在庫を把握する',
  },
  {
    name: 'Korean',
    text: '관리자로서 나는 주문을 승인하고 싶다.',
    role: '관리자',
    goal: '주문을 승인하',
  },
  {
    name: 'numbered requirement',
    text: 'FR-001: The system shall let customers search products.',
    goal: 'The system shall let customers search products.',
  },
  {
    name: 'numbered requirements in a fence',
    text: '```text\nFR-003  Admin shall be able to create doctors.\n```',
    goal: 'Admin shall be able to create doctors.',
  },
  {
    name: 'numbered requirement in a table',
    text: '| ID | Requirement | Priority |\n|---|---|---|\n| OS-02 | Place order from cart | P0 |',
    goal: 'Place order from cart',
  },
  {
    name: 'with Given/When/Then',
    text: 'As a customer, I want to cancel an order.\n\nGiven an order that is paid\nWhen the customer cancels it\nThen the order is cancelled\nAnd the money is returned',
    role: 'customer',
    goal: 'cancel an order',
    criteria: 1,
  },
  {
    name: 'with a scenario in Spanish',
    text: 'Como cliente, quiero cancelar un pedido.\n\nDado un pedido pagado\nCuando el cliente lo cancela\nEntonces el pedido queda cancelado',
    role: 'cliente',
    goal: 'cancelar un pedido',
    criteria: 1,
  },
  {
    name: 'with a scenario in German',
    text: 'Als Kunde möchte ich eine Bestellung stornieren.\n\nAngenommen eine Bestellung ist bezahlt\nWenn der Kunde sie storniert\nDann ist sie storniert',
    role: 'Kunde',
    goal: 'eine Bestellung stornieren',
    criteria: 1,
  },
  {
    name: 'with a checklist of acceptance criteria',
    text: '## Story 1\n\nAs a customer, I want to rate a product.\n\n### Acceptance criteria\n\n- [ ] Only once\n- [ ] From 1 to 5',
    role: 'customer',
    goal: 'rate a product',
    criteria: 2,
  },
];
