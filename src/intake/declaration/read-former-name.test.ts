import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readRequirements } from '../read-requirements.ts';
import { readFormerName } from './read-former-name.ts';

describe('the name that a field had', () => {
  it('is read and taken out of the text', () => {
    const rows: readonly [string, string | undefined, string][] = [
      ['importance (low, high; renamed from priority)', 'priority', 'importance (low, high)'],
      ['remarks (text, formerly `notes`)', 'notes', 'remarks (text)'],
      ['deadline (previously called due date)', 'due date', 'deadline '],
      ['labels: strings, formerly tags', 'tags', 'labels: strings, '],
      ['a note about what was formerly done by the team of five people', undefined, ''],
      ['renamed from', undefined, ''],
    ];
    for (const [text, name, rest] of rows)
      assert.deepEqual(
        readFormerName(text),
        { name, rest: name === undefined ? text : rest },
        text,
      );
  });

  it('goes into the blueprint, whatever else is said of the field', () => {
    const { value } = readRequirements({
      document: 'prd.md',
      text: [
        '# Notes',
        '## Task',
        '- title (string, required)',
        '- importance (low, medium, high; renamed from priority)',
        '- deadline (date, required, previously called due date)',
        '## Comment',
        '- body (text, required)',
        '- about (reference to Task, renamed from task)',
      ].join('\n'),
    });
    const fields = value?.system.services[0]?.entities.flatMap((entity) => entity.fields) ?? [];
    assert.deepEqual(
      fields.map(({ name, type, formerly }) => [name, type.kind, formerly]),
      [
        ['title', 'string', undefined],
        ['importance', 'enum', 'priority'],
        ['deadline', 'date', 'due-date'],
        ['body', 'text', undefined],
        ['about', 'reference', 'task'],
      ],
    );
  });
});
