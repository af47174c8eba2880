import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const model = (text: string) =>
  outline(readRequirements({ document: 'requisitos.md', text }).value);

/** What a rule below the name of a thing limits is an attribute of it. */
const ruled: readonly (readonly [what: string, text: string, entities: readonly string[]])[] = [
  [
    'Portuguese',
    '# Oficina\n\n## Funcionalidades\n\n- O usuário deve poder criar peças e buscar peças por tipo/marca.\n\n## Regras\n\n### RN1: Cadastro de clientes\n- Email deve ser único no sistema\n- O nome não pode ultrapassar 80 caracteres\n\n### RN2: Peças\n- Código da peça deve ser único\n- Peso (kg) deve ser maior que zero\n- Uma peça deve ter pelo menos 1 fornecedor\n',
    [
      'peca: codigo string#, peso number, tipo string, marca string',
      'cliente: email email#, nome string!',
    ],
  ],
  [
    'Spanish',
    '# Taller\n\n## Reglas\n\n### RN1: Registro de piezas\n- El código debe ser único\n- El peso debe ser mayor que cero\n- La descripción no puede superar 200 caracteres\n',
    ['pieza: codigo string#, peso number, descripcion text'],
  ],
  [
    'French',
    '# Atelier\n\n## Règles\n\n### RG1 : Gestion des pièces\n- Le code doit être unique\n- Le poids doit être supérieur à zéro\n- La description ne peut pas dépasser 200 caractères\n',
    ['piece: code string#, poids number, description text'],
  ],
  [
    'Italian',
    '# Officina\n\n## Regole\n\n### RB1: Gestione dei pezzi\n- Il codice deve essere unico\n- Il peso deve essere maggiore di zero\n- La descrizione non può superare 200 caratteri\n',
    ['pezzo: codice string#, peso number, descrizione text'],
  ],
];

describe('rules in Romance languages', () => {
  for (const [what, text, entities] of ruled)
    test(what, () => assert.deepEqual(model(text), entities));

  test('what a route receives belongs to what the story above makes', () =>
    assert.deepEqual(
      model(
        '# Comportamento\n\n## Contexto `oficina`\n\n### História: cadastrar peça\n\n**Fluxo atual**\n\n1. A rota recebe `code`, `weight` e `label`.\n2. O serviço grava.\n\n**Regras de negócio atuais**\n\n- `code` não pode exceder 20 caracteres.\n- `weight` deve ser positivo.\n\n**Validações técnicas**\n\n- O body HTTP exige `code` e `label`.\n\n**O que refatorar depois**\n\n- Criar orquestrador.\n- Editar orquestrador.\n',
      ),
      ['peca: code string, weight number, label string!'],
    ));

  test('comments on a thing are no attribute of who writes them', () =>
    assert.deepEqual(
      model(
        '# Obras\n\n## Requisitos\n\n- RF1: O usuário deve poder escrever comentários sobre obras\n- RF2: O usuário deve poder criar obras\n',
      ),
      ['obra: name string!'],
    ));
});
