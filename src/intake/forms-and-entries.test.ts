import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

test('the form of a thing has the fields of the thing, and what is chosen there refers to it', () => {
  assert.deepEqual(
    read(
      '# Boat yard\n\n## Functional Requirements\n\n### Forms\n- **Skipper Profile:** Name, Licence Number, Email.\n- **Boat Profile:** Name, Length, Berth.\n- **Repair Form:** Date (calendar), Skipper (dropdown), Boat (dropdown), Notes (optional).\n- **Invoice PDF:** Number, Date, Total.\n',
    ),
    [
      'skipper: name string!, licence-number string, email email',
      'boat: name string!, length number, berth string',
      'repair: date date, skipper → skipper, boat → boat, notes text',
      'invoice: number string, date date, total money',
    ],
  );
});

test('each entry is one of what was spoken of before', () => {
  assert.deepEqual(
    read(
      '# Yard\n\n## Data\n- Boat (name, length, berth)\n\n## Audit\n- AuditLog entries for whatever a clerk does.\n- Each entry captures action, entityType, clerk, timestamp, and details string.\n\n## Gate\nThe visitor log is kept for a year. Each entry contains the name of the visitor, the host and the time of arrival.\n',
    ).map((each) => each.split(':')[0]),
    ['boat', 'audit-log', 'visitor-log'],
  );
});

test('what the parts of a story are called is no record, nor is an adjective', () => {
  assert.deepEqual(
    read(
      '# Yard\n\n## Journey\n**Action:** She opens the app.\n**System Response:** The system records the transaction and updates the boat\'s "Current Balance".\n\n## Scope\n- **Financial Management:**\n  - Loans are recorded.\n\n## Data\n- Boat (name, length, berth)\n',
    ).filter((each) => /^(?:system|financial)/.test(each)),
    [],
  );
});

test('one record with its attributes in brackets is no attribute of the document', () => {
  assert.deepEqual(read('# Yard\n\n## Data\n- Boat (number, length, status)\n'), [
    'boat: number string, length number, status string',
  ]);
});

function read(text: string): readonly string[] {
  return outline(readRequirements({ document: 'y.md', text }).value);
}
