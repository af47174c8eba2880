import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { assertLinear } from './testing/linear.ts';
import { outline } from './testing/outline.ts';

/** Sentences of duty as acceptance criteria have them, below a story about barrels. */
const criteria: readonly (readonly [sentence: string, entity: string])[] = [
  [
    'WHEN creating a new barrel THEN the system SHALL require label, weight, initial quantity, and color fields',
    'barrel: label string!, weight number!, initial-quantity integer!, color string!',
  ],
  [
    'WHEN displaying barrels THEN the system SHALL show label, weight, and color for each barrel',
    'barrel: label string!, weight number, color string',
  ],
  [
    'WHEN viewing barrels THEN the system SHALL show label, weight, date, and color information',
    'barrel: label string!, weight number, date date, color string',
  ],
  [
    'WHEN editing a barrel THEN the system SHALL allow modification of label, weight, and color',
    'barrel: label string!, weight number, color string',
  ],
  [
    'The system shall display barrel cards with barrel name, weight and color.',
    'barrel: name string!, weight number, color string',
  ],
  [
    'The system shall require label, weight and color for barrels.',
    'barrel: label string!, weight number!, color string!',
  ],
  [
    'The system must track barrel metadata: label, weight, and color.',
    'barrel: label string!, weight number, color string',
  ],
];

describe('what a system shall show, require and track is what the thing has', () => {
  for (const [sentence, entity] of criteria)
    test(sentence, () => assert.deepEqual(read(below(sentence)), [entity]));

  test('messages and looks are no attributes', () => {
    for (const sentence of [
      'WHEN no barrel is there THEN the system SHALL display an appropriate empty state message',
      'WHEN a barrel is created THEN the system SHALL show a success message',
      'WHEN a barrel is saved THEN the system SHALL save the barrel to the database',
      'WHEN viewing barrels THEN the system SHALL display charts and graphs for visual analysis',
    ])
      assert.deepEqual(read(below(sentence)), ['barrel: name string!'], sentence);
  });

  test('a thing and its short name, of which only sentences tell, are one', () => {
    const text =
      '# Cellar\n\n## Requirements\n\n- Clerks can add and delete wine barrels.\n- The system shall require label, weight and status for wine barrels.\n- Clerks can edit a barrel.\n- WHEN editing a barrel THEN the system SHALL allow modification of label, weight, and color\n';
    assert.deepEqual(read(text), [
      'wine-barrel: label string!, weight number!, status string!, color string',
    ]);
  });

  test('the story above its acceptance criteria says what they are about, in other languages, too', () => {
    assert.deepEqual(
      read(
        '# Fässer\n\n## Anforderungen\n\n### Anforderung 1\n\n**User Story:** Als Lagerist möchte ich ein Fass anlegen.\n\n#### Akzeptanzkriterien\n\n1. Gespeichert werden Bezeichnung, Gewicht und Farbe.\n',
      ),
      ['fass: bezeichnung string!, gewicht number, farbe string'],
    );
    assert.deepEqual(
      read(
        '# Bodega\n\n## Requisitos\n\n### Requisito 1\n\n**Historia de usuario:** Como encargado quiero registrar un barril.\n\n#### Criterios de aceptación\n\n1. Se guardan la etiqueta, el peso y el color.\n',
      ),
      ['barril: etiqueta string, peso number, color string'],
    );
  });

  test('how an application shall look describes no data', () => {
    const text =
      '# Requirements Document\n\n## Introduction\n\nThis document is about redesigning the shop app for a modern look.\n\n### Requirement 1\n\n**User Story:** As a user, I want a clean visual design, so that I like it.\n\n1. WHEN viewing products THEN each product card SHALL display a large image, name, price, and rating\n2. WHEN viewing product cards THEN they SHALL have rounded corners, shadows and generous spacing\n3. WHEN the app loads THEN the system SHALL use a consistent color palette and typography\n4. WHEN tapping a button THEN the hover state SHALL show a gradient\n5. WHEN viewing lists THEN white space SHALL part them, and touch targets SHALL be large\n';
    assert.equal(readRequirements({ document: 'r.md', text }).value, undefined);
  });

  test('long conditions cost what they are long', () => {
    for (const part of ['when a barrel ', 'THEN the system SHALL show ', 'barrel with ', ' for '])
      assertLinear((parts) => below(part.repeat(parts)), sweep(300, 3000), read);
  });
});

function below(sentence: string): string {
  return `# Cellar\n\n## Requirements\n\n### Requirement 1\n\n**User Story:** As a clerk, I want to add new barrels, so that I can keep track of them.\n\n#### Acceptance Criteria\n\n1. WHEN the clerk clicks "Add" THEN the system SHALL display a form to create a new barrel\n2. ${sentence}\n3. WHEN the clerk deletes a barrel THEN the system SHALL remove the barrel from the database\n`;
}

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'r.md', text }).value);
}
