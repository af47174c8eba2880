import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

/** Requirements as tenders write them: what is kept stands behind the verb, its attributes behind "with". */
const requirements: readonly (readonly [sentence: string, becomes: readonly string[]])[] = [
  [
    'FR-1 The system must allow complete registration of the resident (name, documents, emergency contact, photo).',
    ['resident: name string!, documents string, emergency-contact string, photo string'],
  ],
  [
    'FR-2 The system must record external visits (family) with date, time and identification.',
    ['external-visit: date date, time string, identification string'],
  ],
  [
    'RF-04 O sistema deve registrar receitas e despesas com categoria e centro de custo.',
    [
      'receita: categoria string, centro-de-custo string',
      'despesa: categoria string, centro-de-custo string',
    ],
  ],
  [
    'RF-01 El sistema debe permitir el registro completo del residente (nombre, documentos, foto).',
    ['residente: nombre string!, documentos string, foto string'],
  ],
  [
    'Das System muss Einnahmen und Ausgaben mit Kategorie und Kostenstelle erfassen.',
    [
      'einnahme: kategorie string, kostenstelle string',
      'ausgabe: kategorie string, kostenstelle string',
    ],
  ],
];

describe('what the system must keep, with its attributes', () => {
  for (const [sentence, becomes] of requirements)
    test(sentence, () => {
      const text = `# Home\n\n## Functional requirements\n\n### Finance\n- ${sentence}\n`;
      assert.deepEqual(outline(readRequirements({ document: 'r.md', text }).value), becomes);
    });
});
