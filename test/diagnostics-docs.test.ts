import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { diagnosticSets } from '../scripts/diagnostic-sets.ts';
import { root } from '../scripts/root.ts';
import { sourceFiles } from '../scripts/source-files.ts';

describe('diagnostics', async () => {
  const sets = await diagnosticSets(root);
  const tests = [...sourceFiles(root)]
    .filter(([path]) => path.endsWith('.test.ts'))
    .map(([, text]) => text);

  for (const set of sets) {
    it(`of ${set.module} are documented, and each is mentioned by a test`, () => {
      const page = join(root, 'docs', 'diagnostics', `${set.module}.md`);
      const docs = existsSync(page) ? readFileSync(page, 'utf8') : '';
      const codes = set.describe().map(({ code }) => code);
      const undocumented = codes.filter((code) => !docs.includes(`\`${code}\``));
      const untested = codes.filter((code) => !tests.some((text) => text.includes(code)));
      assert.deepEqual({ undocumented, untested }, { undocumented: [], untested: [] });
    });
  }

  it('belong to the module whose folder they are in, and help always', () => {
    for (const set of sets) {
      for (const { code, message, help } of set.describe()) {
        assert.ok(code.startsWith(`${set.module}/`) && message !== '' && help !== '', code);
      }
    }
  });
});
