import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { currentReader } from './current-reader.ts';
import { fileTree, type FileTree } from './file-tree.ts';
import { planUpdate } from './plan-update.ts';
import { publish, type Published, type PublishOptions } from './publish.ts';
import { readPristine } from './read-pristine.ts';
import { stage } from './stage.ts';
import { stageUpdate } from './stage-update.ts';
import type { Staging } from './staging.ts';
import type { UpdatePlan } from './update-plan.ts';

/** For tests: the tree of version `n`; some files are in every version, some change, one is its own. */
export function versionTree(n: number): FileTree {
  const file = (path: string, content: string) =>
    ({ path, content, owner: 'generated', sources: [] }) as const;
  return fileTree([
    file('README.md', 'the same in every version\n'),
    ...Array.from({ length: 8 }, (_, i) =>
      file(`src/part-${i}/main.ts`, `version ${n} part ${i}\n`),
    ),
    file(`src/only/in-${n}.ts`, `only in ${n}\n`),
    { ...file('bin/run.sh', '#!/bin/sh\n'), executable: true },
  ]);
}

/** For tests: what a user keeps in his service besides what is generated. */
export function addUserFiles(outDir: string): void {
  for (const folder of ['.git/objects', 'data', 'empty/inner', 'src/mine']) {
    mkdirSync(join(outDir, folder), { recursive: true });
  }
  writeFileSync(join(outDir, '.env'), 'SECRET=1\n', { mode: 0o600 });
  writeFileSync(join(outDir, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(outDir, 'data/app.db'), Buffer.from([0, 255, 1, 254]));
  writeFileSync(join(outDir, 'src/mine/own.ts'), 'mine\n');
  symlinkSync('../.env', join(outDir, 'data/link'));
}

/** For tests: recovers nothing, plans and stages version `n` as `forge` does. */
export function prepare(outDir: string, n: number): { staging: Staging; plan: UpdatePlan } {
  const staging = stage(outDir);
  assert.deepEqual(staging.diagnostics, []);
  assert.ok(staging.value);
  const base = staging.value.hasPrevious ? readPristine(outDir).value : undefined;
  const plan = planUpdate({ base, next: versionTree(n), readCurrent: currentReader(outDir) });
  const staged = stageUpdate(staging.value, plan, {
    blueprint: `{"version":${n}}`,
    leaveOut: ['.git', 'data'],
  });
  assert.deepEqual(staged.diagnostics, []);
  return { staging: staging.value, plan };
}

/** For tests: publishes version `n`. */
export async function publishVersion(
  outDir: string,
  n: number,
  options?: PublishOptions,
): Promise<Published | undefined> {
  const { staging, plan } = prepare(outDir, n);
  const { value, diagnostics } = await publish(staging, plan, options);
  assert.deepEqual(diagnostics, []);
  return value;
}

/** For tests: every path below a folder with its content (and for folders, that they are there). */
export function snapshot(dir: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string): void => {
    for (const name of readdirSync(join(dir, path)).toSorted()) {
      const child = path === '' ? name : `${path}/${name}`;
      const stat = lstatSync(join(dir, child));
      const mode = (stat.mode & 0o777).toString(8);
      if (stat.isSymbolicLink()) found.set(child, `→ ${readlinkSync(join(dir, child))}`);
      else if (stat.isDirectory()) {
        found.set(`${child}/`, mode);
        walk(child);
      } else found.set(child, `${mode} ${readFileSync(join(dir, child), 'latin1')}`);
    }
  };
  walk('');
  return found;
}

/** For tests: inode and time of modification of every regular file. */
export function identities(dir: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of snapshot(dir).keys()) {
    const stat = lstatSync(join(dir, path), { bigint: true });
    if (stat.isFile()) found.set(path, `${stat.ino} ${stat.mtimeNs}`);
  }
  return found;
}
