import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseDocument } from './parse-document.ts';
import { spanIn } from './span-in.ts';

const example = readFileSync(new URL('../../../examples/team-tasks.md', import.meta.url), 'utf8');
const notations = readFileSync(new URL('../../../docs/notations.md', import.meta.url), 'utf8');

/** Kind, depth or cell count, and text of each block. */
const shapes = (text: string) =>
  parseDocument('x.md', text).blocks.map(
    (block) =>
      `${block.kind}${block.kind === 'heading' || block.kind === 'item' ? block.depth : ''} ${block.text}`,
  );

describe('a document', () => {
  test('maps every letter of every block to the same letter of the source', () => {
    for (const text of [example, notations]) {
      const document = parseDocument('x.md', text);
      for (const block of document.blocks) {
        for (const { index } of block.text.matchAll(/[\p{L}\p{N}]/gu)) {
          const { line, column } = spanIn(document, block, index, index + 1);
          assert.equal(
            document.lines[line - 1]?.[column - 1],
            block.text[index],
            `${line}:${column} ${block.text}`,
          );
        }
      }
    }
  });

  test('has emphasis, links and backticks removed and marked', () => {
    const [block] = parseDocument('x.md', 'The **order** has a [`number`](#n).').blocks;
    assert.equal(block?.text, 'The order has a number.');
    assert.deepEqual(block?.marks, [
      { kind: 'strong', start: 4, end: 9 },
      { kind: 'code', start: 16, end: 22 },
    ]);
  });

  test('knows what introduces a list, a table and a fence', () => {
    const { blocks } = parseDocument(
      'x.md',
      'Each order has:\n\n- number\n  - inner\n\nFields:\n\n|a|b|\n|-|-|\n|1|2|\n\nCode:\n```\nx\n```\n',
    );
    assert.deepEqual(
      blocks.map(({ kind, lead, parent }) => [kind, lead, parent]),
      [
        ['paragraph', -1, -1],
        ['item', 0, -1],
        ['item', 1, 1],
        ['paragraph', -1, -1],
        ['row', 3, -1],
        ['paragraph', -1, -1],
        ['code', 5, -1],
      ],
    );
  });

  test('reads bullets that Markdown does not know, and bold lines as headings', () => {
    assert.deepEqual(shapes('**Task**\n• title\n• due'), [
      'heading7 Task',
      'item0 title',
      'item0 due',
    ]);
    assert.deepEqual(shapes('**Task:**\n\n✔ title\n✔ due'), [
      'heading7 Task:',
      'item0 title',
      'item0 due',
    ]);
  });

  test('reads numbered lines as headings where there are no others', () => {
    assert.deepEqual(shapes('1. Purpose\n\nKeep members.\n\n2.1 Members\n\nThey have a name.'), [
      'heading1 Purpose',
      'paragraph Keep members.',
      'heading2 2.1 Members',
      'paragraph They have a name.',
    ]);
    assert.deepEqual(shapes('1. Create users\n2. Delete users'), [
      'item0 Create users',
      'item0 Delete users',
    ]);
  });

  test('keeps types in angle brackets, and pipes in backticks', () => {
    assert.deepEqual(shapes('- members: List<Person>'), ['item0 members: List<Person>']);
    const [row] = parseDocument('x.md', '|a|b|\n|-|-|\n|x|`p|q`|\n').blocks;
    assert.deepEqual(row?.kind === 'row' ? row.cells.map(({ text }) => text) : [], ['x', 'p|q']);
  });

  test('reads HTML tables, cells that span rows too', () => {
    const { blocks } = parseDocument(
      'x.md',
      '<table><tr><th>Entity</th><th>Field</th></tr>\n<tr><td rowspan="2">Task</td><td>title</td></tr>\n<tr><td>due</td></tr></table>\n',
    );
    assert.deepEqual(
      blocks.map((block) =>
        block.kind === 'row'
          ? [block.header.join(), block.cells.map(({ text }) => text).join(), block.span.line]
          : [],
      ),
      [
        ['Entity,Field', 'Task,title', 2],
        ['Entity,Field', 'Task,due', 3],
      ],
    );
  });

  test('reads comments line by line', () => {
    assert.deepEqual(shapes('<!-- ===== -->\n<!-- ISBN is unique\nand printed -->\n'), [
      'comment ISBN is unique',
      'comment and printed',
    ]);
  });
});
