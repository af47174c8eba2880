import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readRequirements } from './read-requirements.ts';
import { outline } from './testing/outline.ts';

function names(text: string): readonly string[] {
  return outline(readRequirements({ document: 'PRD.md', text }).value).map(
    (line) => line.split(':')[0] ?? '',
  );
}

describe('what was cut out of a sentence names nothing', () => {
  const kept = '## Entities\n\n### Crate\n\n- label: string\n- weight: decimal\n\n## Features\n\n';
  const sentences: readonly string[] = [
    'Support a configurable list of preferred colours and optionally a general search page.',
    'The system shall provide sorting tools during packing including shelf search and bin lookup.',
    'It is possible to log in with a code and receive a session.',
    'The admin can delete crates connected to a shelf and crates booked in advance.',
    'Display an error indicating which crates are missing a label.',
  ];
  for (const sentence of sentences)
    test(sentence, () => {
      assert.deepEqual(names(`# Store\n\n${kept}- ${sentence}\n`), ['crate']);
      assert.doesNotMatch(
        names(`# Store\n\n## Features\n\n- ${sentence}\n- Users can manage crates.\n`).join(' '),
        /support|during|^in$|connected|booked|indicating/,
      );
    });
  test('dates and open brackets', () => {
    assert.deepEqual(
      names(
        `# Store\n\n${kept}### Session 2025-11-03\n\n- Q: How long? A: label: 200 chars, weight: 10.\n`,
      ),
      ['crate'],
    );
  });
  test('an end of a name that joins the next is taken off it', () => {
    assert.deepEqual(
      names(
        '# Halls\n\n## Features\n\n- Create the hall and without further questions its rooms.\n- Edit the hall.\n- Delete halls belonging to a club.\n',
      ),
      ['hall'],
    );
  });
  test('a picture behind a title is no part of it', () => {
    assert.deepEqual(
      names(
        '# Yard\n\n## Crane 🏗️\n\n- number: integer\n- maker: string\n\n## Driver 👷‍♀️:\n\n- licence: string\n- age: integer\n',
      ),
      ['crane', 'driver'],
    );
  });
});

describe('a heading says what is done with one thing', () => {
  const flows: readonly (readonly [heading: string, names: readonly string[]])[] = [
    ['Create and sign a tenancy', ['tenancy']],
    ['Set up a workshop (benches)', ['workshop']],
    ['3.4 Coordinate a clearance', ['clearance']],
    ['Draft, check or send out the offer', ['offer']],
    ['Reserve a berth', ['reservation']],
  ];
  for (const [heading, expected] of flows)
    test(heading, () => {
      assert.deepEqual(
        names(
          `# Flows\n\n## Workflows\n\n### ${heading}\n\n1. The clerk opens the list.\n2. Enters the start date, the end date, the price and a note.\n`,
        ),
        expected,
      );
    });
});
