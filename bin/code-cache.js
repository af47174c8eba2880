import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * What is read is run: it counts only where the user alone can have written it. A file bears this time, and
 * whoever changes it later leaves another.
 */
const STAMP = Date.UTC(2001, 1, 3) / 1000;
const MOST = 64 * 1024 * 1024;
const HEAD = 8;

/** Where compiled code of this Node is kept: the file of a program at a path, by the name of what it does. */
export function codeCachePath(program, name, env = process.env) {
  const folder =
    env.MICROFORGE_CACHE || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'microforge');
  const node = `${process.version}-${process.platform}-${process.arch}`;
  return join(folder, 'code', node, `${hashOf(program)}-${name}.bin`);
}

/**
 * Reads what `writeCodeCache` wrote: what it was told about the code, and bytes by name. Undefined where
 * there is none, where it is damaged, or where others may have written it.
 */
export function readCodeCache(path) {
  try {
    const bytes = readOwn(path);
    const { byteLength, about, parts } = JSON.parse(
      bytes.toString('utf8', HEAD, HEAD + bytes.readUInt32LE(0)),
    );
    if (bytes.byteLength !== byteLength) return undefined;
    const data = parts.map(([name, at, end]) => [name, bytes.subarray(at, end)]);
    return { about, parts: new Map(data) };
  } catch {
    return undefined;
  }
}

/** Writes a file that is there complete or not at all, as long as nobody else can write beside it. */
export function writeCodeCache(path, about, parts) {
  const folder = dirname(path);
  if (!makeOwn(folder)) return;
  const bytes = bytesOf(about, parts);
  const temporary = `${path}.${process.pid}.new`;
  try {
    const file = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(file, bytes);
      futimesSync(file, STAMP, STAMP);
      // After a power failure half of it could be there, under its name.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A head that says how long the index is, the index, and the parts, each where V8 can read it in place. */
function bytesOf(about, parts) {
  const aligned = (at) => Math.ceil(at / 8) * 8;
  const indexOf = (from) => {
    let at = from;
    const places = parts.map(([name, data]) => {
      const place = [name, aligned(at), aligned(at) + data.byteLength];
      at = place[2];
      return place;
    });
    return { byteLength: at, about, parts: places };
  };
  // Numbers take fewer digits than these.
  const room = Buffer.byteLength(JSON.stringify(indexOf(2 ** 40))) + HEAD;
  const index = indexOf(room);
  const bytes = Buffer.alloc(index.byteLength);
  const text = JSON.stringify(index);
  bytes.writeUInt32LE(Buffer.byteLength(text), 0);
  bytes.write(text, HEAD);
  parts.forEach(([, data], n) => bytes.set(data, index.parts[n][1]));
  return bytes;
}

function readOwn(path) {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stat = fstatSync(file);
    if (!isOwn(stat) || !stat.isFile() || stat.mtimeMs !== STAMP * 1000 || stat.size > MOST)
      throw new Error('not ours');
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes folders below one that is the user's own; false where others may write. */
function makeOwn(folder) {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there) return isOwn(there) && there.isDirectory();
  if (dirname(folder) === folder || !makeOwn(dirname(folder))) return false;
  mkdirSync(folder, { mode: 0o700 });
  return true;
}

/** Windows keeps others out of a profile itself. */
function isOwn({ uid, mode }) {
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}

/** FNV-1a: two programs that share a file spoil each other's, and no more. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
