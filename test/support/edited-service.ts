import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Blueprint } from '#blueprint';
import { forge } from '#forge';
import type { Forged } from '#forge';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

/** A line that its user wrote somewhere: it must never be gone. */
interface Mark {
  readonly path: string;
  readonly text: string;
}

/** The service of one target, and what its user does to it. */
export class EditedService {
  readonly home = mkdtempSync(join(tmpdir(), 'regenerate-'));
  readonly directory = join(this.home, 'service');
  readonly marks: Mark[] = [];
  readonly #random: Random = createRandom(7);
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
  edit(): void {
    const random = this.#random;
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
export function stateOf(directory: string, paths: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    paths.map((path) => {
      const { ino, mtimeNs } = lstatSync(join(directory, path), { bigint: true });
      return [path, `${ino} ${mtimeNs} ${readFileSync(join(directory, path), 'utf8')}`];
    }),
  );
}
