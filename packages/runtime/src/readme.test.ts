import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkGatewayConfig } from './gateway/check-gateway-config.ts';

const home = join(import.meta.dirname, '..');
const readme = readFileSync(join(home, 'README.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );

/** What each example in TypeScript prints. */
const outputs = [
  "{ text: 'Hello Ada' }\n",
  'roll back shadow POST /greeter: /body/text value: Hello Ada became Helo Ada\n',
];

describe('the examples in the README', () => {
  for (const [index, output] of outputs.entries()) {
    it(`run as they stand, and end by themselves (${index + 1} of ${outputs.length})`, () => {
      const folder = mkdtempSync(join(tmpdir(), 'microforge-readme-'));
      try {
        mkdirSync(join(folder, 'node_modules', '@microforge'), { recursive: true });
        symlinkSync(home, join(folder, 'node_modules', '@microforge', 'runtime'), 'dir');
        writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
        const file = join(folder, 'example.ts');
        writeFileSync(file, blocks('ts')[index] ?? '');
        const { stdout, stderr, status } = spawnSync(
          process.execPath,
          ['--disable-warning=ExperimentalWarning', file],
          { encoding: 'utf8', timeout: 15_000 },
        );
        assert.deepEqual([status, stdout, stderr], [0, output, '']);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('are all run, and its gateway.json is one', () => {
    assert.equal(blocks('ts').length, outputs.length);
    const text = blocks('json')[0]?.replace('${JWT_SECRET}', 'x'.repeat(32)) ?? '';
    assert.deepEqual(checkGatewayConfig(JSON.parse(text)), []);
  });
});
