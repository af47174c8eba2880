import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { generators } from '../scripts/generators.ts';
import { root } from '../scripts/root.ts';

describe('generated files', () => {
  const known = new Set<string>();
  for (const generate of generators) {
    it(`are current: ${generate.name}`, async () => {
      for (const [file, text] of await generate(root)) {
        known.add(file);
        assert.equal(
          readFileSync(join(root, file), 'utf8'),
          text,
          `${file} is stale: npm run generate`,
        );
      }
    });
  }

  it('have a generator, all of them', () => {
    const found = globSync(['src/**/registry.gen.ts', 'docs/diagnostics/*.md'], { cwd: root });
    assert.deepEqual(
      found.filter((file) => !known.has(file)),
      [],
    );
  });
});
