import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headRevisions } from './head-revisions.ts';

const revision = (name: string, down: string) =>
  `"""Text."""\n\nfrom alembic import op\n\nrevision = "${name}"\ndown_revision = ${down}\n`;

describe('headRevisions', () => {
  it('finds what no other revision follows, ours and the user’s', () => {
    assert.deepEqual(headRevisions([revision('0001', 'None')]), ['0001']);
    assert.deepEqual(
      headRevisions([
        revision('0002', '"0001"'),
        revision('0001', 'None'),
        "revision: str = 'ae1f'\ndown_revision: Union[str, None] = '0002'\n",
      ]),
      ['ae1f'],
    );
  });

  it('finds several where they branch, and one where they are merged', () => {
    const branched = [revision('0001', 'None'), revision('a', '"0001"'), revision('b', '"0001"')];
    assert.deepEqual(headRevisions(branched), ['a', 'b']);
    assert.deepEqual(headRevisions([...branched, revision('c', '("a", "b")')]), ['c']);
  });

  it('takes nothing of what is no revision', () => {
    assert.deepEqual(headRevisions(['', 'import this', '# revision = "x"']), []);
  });
});
