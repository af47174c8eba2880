import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from '../../scripts/build-package.ts';
import { root } from '../../scripts/root.ts';

/** Lays MicroForge into a folder as npm would install it, with the packages of this repository; gives its program. */
export async function installedForBench(folder: string): Promise<string> {
  mkdirSync(folder);
  await buildPackage(join(folder, 'dist'));
  for (const part of ['bin', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, 'bin', 'microforge.js');
}
