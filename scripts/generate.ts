import './assert-node.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generators } from './generators.ts';
import { root } from './root.ts';

// npm run generate: brings every generated file up to date. The order matters: commands import the
// registries of the modules below them. One that fails does not keep the others from running.
for (const generate of generators) {
  try {
    for (const [file, text] of await generate(root)) write(file, text);
  } catch (error) {
    console.error(
      `${generate.name} failed: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exitCode = 1;
  }
}

function write(file: string, text: string): void {
  const path = join(root, file);
  if (read(path) === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${file}`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
