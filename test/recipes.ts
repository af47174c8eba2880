import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../scripts/root.ts';

/** A copy of our sources in a temporary folder, for tests that add to them; the caller removes it. */
export function copyOfTheTree(): string {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'microforge-'));
  for (const file of [
    'package.json',
    'tsconfig.json',
    '.oxlintrc.json',
    'README.md',
    'src',
    'scripts',
    'bin',
    'bench',
    'packages',
  ]) {
    cpSync(join(root, file), join(copy, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

/** Writes every file that a recipe of CONTRIBUTING.md shows, as it stands there; gives their paths. */
export function followRecipes(copy: string): string[] {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n\/\/ (\S+)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, path = '', code = '']) => {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), code);
    return path;
  });
}
