import { linkSync, readFileSync, rmSync } from 'node:fs';
import { errorCode } from './io-diagnostic.ts';
import { jsonFields, jsonItems } from './json-fields.ts';
import { processIdentity } from './process-identity.ts';
import type { Siblings } from './siblings.ts';
import { writeAtomic, writeDurable } from './write-file.ts';

/**
 * What a publication is about to do, written beside `outDir` before it does it. It is the lock between
 * two publications as well. The order is fixed: journal `linking` → hard links into the staging folder →
 * journal `swapping` → `outDir` becomes `previous` → `staging` becomes `outDir` → `previous` is emptied
 * → journal removed. A `previous` folder thus never exists without a journal.
 */
export interface Journal {
  readonly pid: number;
  readonly identity: string;
  readonly phase: 'linking' | 'swapping';
  readonly staging: string;
  readonly previous: string;
  /** Where an `outDir` goes that something else made between the two renames. */
  readonly stray: string;
  readonly manifest: Manifest;
}

/** Which files of the previous version the new one has, or does without on purpose. */
export interface Manifest {
  /** Path → inode, or `→target` of a symbolic link: carried over. */
  readonly linked: ReadonlyMap<string, string>;
  /** Path → signature: replaced or deleted by the update. */
  readonly taken: ReadonlyMap<string, string>;
  /** Files and folders that the new version brings along as a whole. */
  readonly replaces: readonly string[];
}

/** The manifest of a publication that carries over nothing. */
export const emptyManifest: Manifest = { linked: new Map(), taken: new Map(), replaces: [] };

/** Takes the lock: false when there already is a journal. */
export function createJournal(beside: Siblings, journal: Journal): boolean {
  const temporary = beside.path('publishing', 1);
  try {
    writeDurable(temporary, toJson(journal));
    // link(2) fails when the name exists, and the name never shows half a text.
    linkSync(temporary, beside.journal);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Replaces the journal of a lock that this process holds. */
export function updateJournal(beside: Siblings, journal: Journal): void {
  writeAtomic(beside.journal, toJson(journal), beside.path('publishing', 2));
}

/** Reads a journal; undefined when there is none, `damaged` when something else wrote into it. */
export function readJournal(path: string): Journal | 'damaged' | undefined {
  try {
    return fromJson(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return undefined;
    if (code !== undefined) throw error;
    return 'damaged';
  }
}

/** Whether the process that wrote a journal still runs. */
export function isOwnerAlive({ pid, identity }: Pick<Journal, 'pid' | 'identity'>): boolean {
  return processIdentity(pid) === identity;
}

function toJson(journal: Journal): string {
  const { linked, taken, replaces } = journal.manifest;
  return JSON.stringify({
    ...journal,
    manifest: { linked: [...linked], taken: [...taken], replaces },
  });
}

function fromJson(text: string): Journal {
  const json = jsonFields(JSON.parse(text), 'journal');
  const manifest = jsonFields(json.get('manifest'), 'manifest');
  const strings = (what: string): readonly string[] =>
    jsonItems(manifest.get(what), what).map(String);
  const pairs = (what: string): ReadonlyMap<string, string> =>
    new Map(
      jsonItems(manifest.get(what), what).map((pair) => {
        const [path, value] = jsonItems(pair, what).map(String);
        return [path ?? '', value ?? ''] as const;
      }),
    );
  return {
    pid: Number(json.get('pid')),
    identity: String(json.get('identity')),
    phase: json.get('phase') === 'swapping' ? 'swapping' : 'linking',
    staging: String(json.get('staging')),
    previous: String(json.get('previous')),
    stray: String(json.get('stray')),
    manifest: { linked: pairs('linked'), taken: pairs('taken'), replaces: strings('replaces') },
  };
}
