import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const model = (text: string) =>
  outline(readRequirements({ document: 'requisitos.md', text }).value);

/** What a system shall let people look at is kept, where there are several of it. */
const lists: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'Spanish, in a table with numbers',
    '# Requisitos\n\n## Requisitos funcionales\n\n| ID | Requisito |\n|---|---|\n| RF-1 | El sistema deberá permitir registrar nuevos socios. |\n| RF-2 | El sistema deberá permitir consultar recibos digitales. |\n| RF-3 | El sistema deberá permitir visualizar las órdenes de compra asignadas. |\n| RF-4 | El sistema deberá permitir consultar los préstamos vigentes de los socios. |\n| RF-5 | El sistema deberá registrar las quejas enviadas por los socios. |\n',
    [
      'socio: name string!',
      'recibo-digital: name string!',
      'orden-de-compra: name string!',
      'prestamo: socio → socio',
      'queja: socio → socio',
    ],
  ],
  [
    'Portuguese',
    '# Requisitos\n\n- RF01: O usuário deve poder visualizar os pedidos de outros usuários\n- RF02: O sistema deve permitir consultar as entregas\n',
    ['pedido: name string!', 'entrega: name string!'],
  ],
  [
    'French',
    '# Exigences\n\n- EF01 : Le système doit permettre de consulter les factures des clients\n- EF02 : Le système doit permettre de créer un client\n',
    ['facture: client → client', 'client: name string!'],
  ],
  [
    'what is one of its kind, an attribute or a report is none',
    '# Requisitos\n\n- RF01: El sistema debe permitir registrar clientes.\n- RF02: El sistema debe permitir consultar el saldo.\n- RF03: El sistema debe permitir visualizar los precios actuales.\n- RF04: El sistema debe permitir consultar informes.\n- RF05: El sistema debe permitir visualizar el mapa.\n- RF06: El sistema debe mejorar el control de la facturación.\n',
    ['cliente: name string!'],
  ],
];

test('plurals that end as a month or a gas does', () =>
  assert.deepEqual(
    model(
      '# Requisitos\n\n- RF01: O sistema deve permitir cadastrar filmes.\n- RF02: O sistema deve permitir cadastrar vagas.\n- RF03: O sistema deve permitir cadastrar exames.\n',
    ),
    ['filme: name string!', 'vaga: name string!', 'exame: name string!'],
  ));

describe('lists of functions in Romance languages', () => {
  for (const [what, text, entities] of lists)
    test(what, () => assert.deepEqual(model(text), entities));
});
