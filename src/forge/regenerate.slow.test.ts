import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkBlueprint } from '#blueprint';
import type { Blueprint } from '#blueprint';
import { readPristine } from '#files';
import { targetRegistry } from '#targets';
import { contentOf } from '../../test/e2e/support/folder-content.ts';
import { changedBlueprint } from '../../test/support/changed-blueprint.ts';
import { randomBlueprint } from '../../test/support/random-blueprint.ts';
import { createRandom } from '../../test/support/random.ts';
import type { Random } from '../../test/support/random.ts';
import { forge } from './forge.ts';
import type { Forged } from './forge.ts';

const ROUNDS = 20;
const EDITS_PER_ROUND = 26;

/** A line that its user wrote somewhere: it must never be gone. */
interface Mark {
  readonly path: string;
  readonly text: string;
}

/** The service of one target, and what its user does to it. */
class Edited {
  readonly home = mkdtempSync(join(tmpdir(), 'regenerate-'));
  readonly directory = join(this.home, 'service');
  readonly marks: Mark[] = [];
  readonly target: string;

  constructor(target: string) {
    this.target = target;
  }

  async forge(blueprint: Blueprint, outDir = this.directory): Promise<Forged> {
    const { signal } = new AbortController();
    const request = { blueprint, outDir, targets: this.target, verify: false, signal };
    const { services } = await forge(request);
    const [one] = services;
    assert.ok(one);
    return one;
  }

  read(path: string): string {
    return readFileSync(join(this.directory, path), 'utf8');
  }

  paths(): readonly string[] {
    return readdirSync(this.directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => lstatSync(join(this.directory, path)).isFile())
      .filter((path) => !path.startsWith('.microforge') && !path.endsWith('.conflict'))
      .toSorted();
  }

  /** Writes, replaces or deletes one line of one file, or writes a file of his own. */
  edit(random: Random): void {
    const path = random.pick(this.paths());
    const number = this.marks.length;
    const text = `edit ${number} of ${random.below(1_000_000)}`;
    const lines = this.read(path).split('\n');
    const at = random.below(lines.length);
    const kind = random.below(10);
    // What was written earlier is not to be taken away here: it is what is looked for.
    const isMine = this.marks.some((mark) => lines[at]?.includes(mark.text));
    if (kind === 0) this.write(`mine/note-${number}.txt`, `${text}\n`);
    else if (kind === 1 && !isMine) lines.splice(at, 1);
    else if (kind < 5 && !isMine) lines.splice(at, 1, text);
    else lines.splice(at, 0, text);
    if (kind !== 0) writeFileSync(join(this.directory, path), lines.join('\n'));
    if (kind !== 1) this.marks.push({ path: kind === 0 ? `mine/note-${number}.txt` : path, text });
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.directory, dirname(path)), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }

  /** Keeps what both sides wrote, as the most careful user would. */
  resolve(side: string): void {
    const kept: string[] = [];
    let inBase = false;
    for (const line of this.read(side).split('\n')) {
      if (/^\|{7} base$/.test(line)) inBase = true;
      else if (/^={7}$/.test(line)) inBase = false;
      else if (!/^(<{7} yours|>{7} generated)$/.test(line) && !inBase) kept.push(line);
    }
    writeFileSync(join(this.directory, side), kept.join('\n'));
  }

  assertNothingLost(what: string): void {
    for (const { path, text } of this.marks) {
      assert.ok(existsSync(join(this.directory, path)), `${what}: ${path} with '${text}' is gone`);
      assert.ok(this.read(path).includes(text), `${what}: '${text}' of ${path} is gone`);
    }
  }
}

/** Bytes, inode and time of each file: the same only if nobody wrote it. */
function stateOf(directory: string, paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    paths.map((path) => {
      const { ino, mtimeNs } = lstatSync(join(directory, path), { bigint: true });
      return [path, `${ino} ${mtimeNs} ${readFileSync(join(directory, path), 'utf8')}`];
    }),
  );
}

describe('regeneration', () => {
  for (const { name } of targetRegistry) {
    it(`loses no edit of a ${name} service, and touches no file that need not change`, async () => {
      const service = new Edited(name);
      after(() => rmSync(service.home, { recursive: true }));
      const random = createRandom(7);
      let blueprint = randomBlueprint(12);
      assert.equal((await service.forge(blueprint)).outcome, 'created');
      const tally = { updated: 0, conflicts: 0, untouched: 0, merged: 0, edits: 0 };
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (let edit = 0; edit < EDITS_PER_ROUND; edit += 1) service.edit(random);
        tally.edits += EDITS_PER_ROUND;
        const next = changedBlueprint(blueprint, round);
        if (checkBlueprint(next).every(({ severity }) => severity !== 'error')) blueprint = next;
        const what = `${name}, round ${round}`;
        const before = stateOf(service.directory, service.paths());
        const base = readPristine(service.directory).value;
        assert.ok(base);
        const copy = join(service.home, 'copy', 'service');
        if (round % 5 === 0) cpSync(service.directory, copy, { recursive: true });

        let done = await service.forge(blueprint);
        if (done.outcome === 'refused') {
          const codes = new Set(
            done.diagnostics.filter((one) => one.severity === 'error').map((one) => one.code),
          );
          assert.deepEqual([...codes], ['files/merge-conflict'], what);
          assert.ok(done.conflicts && done.conflicts.length > 0, what);
          assert.deepEqual(stateOf(service.directory, service.paths()), before, `${what}: refused`);
          for (const side of done.conflicts) {
            assert.match(service.read(side), /^<{7} yours$/m);
            assert.match(service.read(side), /^>{7} generated$/m);
            service.resolve(side);
          }
          tally.conflicts += done.conflicts.length;
          done = await service.forge(blueprint);
        }
        assert.notEqual(done.outcome, 'refused', JSON.stringify(done.diagnostics));
        service.assertNothingLost(what);
        const old = new Map(base.files.map((file) => [file.path, file.content]));
        const made = readPristine(service.directory).value?.files ?? [];
        const same = made.filter(
          ({ path, content }) => old.get(path) === content && before.has(path),
        );
        const now = stateOf(
          service.directory,
          same.map(({ path }) => path),
        );
        for (const [path, state] of now) assert.equal(state, before.get(path), `${what}: ${path}`);
        tally.untouched += now.size;
        tally.merged += done.update?.merged.length ?? 0;
        if (done.outcome === 'updated') tally.updated += 1;
        if (round % 5 === 0) {
          let again = await service.forge(blueprint, copy);
          if (again.outcome === 'refused') rmSync(copy, { recursive: true });
          else {
            assert.deepEqual(
              contentOf(copy),
              contentOf(service.directory),
              `${what}: not the same again`,
            );
            again = await service.forge(blueprint, copy);
            assert.equal(again.outcome, 'unchanged', what);
            rmSync(copy, { recursive: true });
          }
        }
      }
      assert.ok(tally.edits >= 500 && tally.updated > 10, JSON.stringify(tally));
      assert.ok(tally.merged > 50 && tally.conflicts > 10, JSON.stringify(tally));
    });
  }
});
