import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sweep } from '../../test/support/sweep.ts';
import { readRequirements } from './read-requirements.ts';
import { storyForms } from './statements/stories/story-forms.ts';
import { outline } from './testing/outline.ts';

const pageOf = (name: string) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const page = pageOf('notations.md');
const inCode = pageOf('notations-in-code.md');
const [, data = '', names = '', stories = ''] =
  /## Data\n([\s\S]*)\n## Names\n([\s\S]*)\n## Stories\n([\s\S]*)/.exec(page) ?? [];

describe('the notations of docs/notations.md and docs/notations-in-code.md', () => {
  const examples = [
    ...`${data}\n${inCode}`.matchAll(
      /^### \d+\. (.+)\n+````md\n([\s\S]*?)\n````\n+```outline\n([\s\S]*?)\n```/gm,
    ),
  ];

  test('are at least sixty', () => assert.ok(examples.length >= 60, `${examples.length}`));

  const asked = examples.filter((_, index) => index % sweep(4, 1) === 0);
  for (const [, name = '', text = '', becomes = ''] of asked) {
    test(name, () =>
      assert.deepEqual(
        outline(readRequirements({ document: 'requirements.md', text }).value),
        becomes.split('\n'),
      ),
    );
  }
});

describe('the names of docs/notations.md', () => {
  const rows = [
    ...names
      .replace(/^[^]*?\|---\|\n/, '')
      .matchAll(/^\| (.+) \| ([a-z0-9-]+) \| ([a-z0-9-]+) \|$/gm),
  ];

  test('are at least sixty', () => assert.ok(rows.length >= 60, `${rows.length}`));

  const asked = rows.filter((_, index) => index % sweep(4, 1) === 0);
  for (const [, written = '', name = '', plural = ''] of asked) {
    test(written.slice(0, 60), () => {
      const text = `## Entities\n\n### ${written}\n\n| Field | Type |\n|---|---|\n| title | string |\n`;
      const entity = readRequirements({ document: 'requirements.md', text }).value?.system
        .services[0]?.entities[0];
      assert.deepEqual([entity?.name, entity?.plural], [name, plural]);
    });
  }
});

test('the page shows every form of story', () => {
  for (const form of storyForms) assert.ok(stories.includes(`\n${form.text}\n`), form.name);
});
