import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

describe('the example in the README', () => {
  it('runs as it stands, and ends by itself', () => {
    const home = join(import.meta.dirname, '..');
    const readme = readFileSync(join(home, 'README.md'), 'utf8');
    const folder = mkdtempSync(join(tmpdir(), 'microforge-readme-'));
    try {
      mkdirSync(join(folder, 'node_modules', '@microforge'), { recursive: true });
      symlinkSync(home, join(folder, 'node_modules', '@microforge', 'runtime'), 'dir');
      writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
      const file = join(folder, 'example.ts');
      writeFileSync(file, /^```ts\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '');
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', file],
        { encoding: 'utf8', timeout: 15_000 },
      );
      assert.deepEqual([status, stdout, stderr], [0, "{ text: 'Hello Ada' }\n", '']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
