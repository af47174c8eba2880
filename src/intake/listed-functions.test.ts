import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Lists of functions instead of data: text → outline of the entities. */
const lists: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'Spanish: numbered functions, each with one verb of making',
    '# Requisitos\n\n1. **RF01:** El sistema debe permitir registrar clientes nuevos.\n2. **RF02:** El sistema debe permitir registrar mascotas asociadas a un cliente.\n3. **RF03:** El sistema debe permitir agendar citas veterinarias.\n4. **RF04:** El sistema debe permitir modificar citas registradas.\n5. **RF05:** El sistema debe permitir buscar clientes y mascotas.\n',
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
];

describe('lists of functions', () => {
  for (const [what, text, entities] of lists)
    test(what, () =>
      assert.deepEqual(outline(readRequirements({ document: 'x.md', text }).value), entities),
    );
});
