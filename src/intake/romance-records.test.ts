import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

const model = (text: string) =>
  outline(readRequirements({ document: 'requisitos.md', text }).value);

describe('records that single sentences of Romance languages tell of', () => {
  test('an audit trail, among the demands on security', () =>
    assert.deepEqual(
      model(
        '# Club\n\n## Requisitos funcionales\n\n- RF1: El sistema deberá registrar socios.\n\n## Requisitos no funcionales\n\n- RNF1: El sistema deberá mantener una bitácora de los cambios hechos por el personal, indicando usuario, fecha y acción realizada.\n- RNF2: El sistema deberá llevar un registro de auditoría.\n',
      ),
      ['socio: name string!', 'bitacora: usuario string, fecha date, accion-realizada string'],
    ));

  test('what comes in with its attributes, and what people register', () =>
    assert.deepEqual(
      model(
        '# Bairro\n\n## Funcionais\n\n| Código | Requisito |\n|---|---|\n| RF1 | Receber queixa de vizinho com foto, local e tipo |\n| RF2 | Moradores cadastram vizinhos |\n',
      ),
      ['queixa-de-vizinho: foto string, local string, tipo string', 'vizinho: name string!'],
    ));

  test('a participle behind a name says which of them are meant', () =>
    assert.deepEqual(
      model(
        "# Atelier\n\n## Exigences\n\n- EF1 : Le système doit permettre de créer une facture.\n\n## Factures\n\n- Chaque facture envoyée est liée à : la date d'envoi, le numéro du client, le montant total.\n",
      ),
      ['facture: date-denvoi date, numero-du-client string, montant-total money'],
    ));

  test('an adjective of requirements, data protection and what is written for whom name nothing', () =>
    assert.deepEqual(
      model(
        '# Atelier\n\n## 1. Modules fonctionnels\n\n### 1.1 Module Comptes & Base de données\n\n- Base **SQL** : sur un serveur loué.\n- Création de compte client, vendeur.\n- Gestion RGPD : accord explicite, effacement.\n\n### 1.2 Factures\n\n- Créer une facture.\n- Modifier une facture.\n\n### 1.3 Parcours\n\n- Contenu pour le vendeur : rôle, méthode, durée.\n',
      ),
      ['facture: name string!'],
    ));

  test('what is registered and appears', () =>
    assert.deepEqual(
      model(
        '# Club\n\n## Requisitos\n\n- RF1: Los pagos se registran y aparecen en el resumen.\n- RF2: El sistema debe permitir registrar pagos.\n',
      ),
      ['pago: name string!'],
    ));
});
