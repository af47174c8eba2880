import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { docComment } from './comment.ts';

describe('docComment', () => {
  it('names the line of the requirements', () => {
    const sources = [{ document: 'prd.md', line: 30, column: 1, endLine: 30, endColumn: 4 }];
    assert.equal(docComment('Auftrag.', { sources }), '/** Auftrag (prd.md:30). */\n');
  });

  it('stays a comment of one line whatever the words are', () => {
    const comment = docComment('a */ process.exit() /*\n\u2028 b', { sources: [] });
    assert.equal(comment, '/** a * / process.exit() /* b. */\n');
    assert.ok(docComment('x'.repeat(1000), { sources: [] }).length < 350);
  });
});
