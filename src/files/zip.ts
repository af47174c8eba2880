/** A file of an archive: a relative posix path. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable: boolean;
}

/** The first day that the format knows: an archive of the same files is the same bytes whenever it is made. */
const DATE = (1 << 5) | 1;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** Made by version 2.0, on Unix: the upper half of the attributes is the mode of the file. */
const MADE_BY = (3 << 8) | 20;
const NEEDS = 20;
const LONGEST = 0xffff_ffff;
const MOST = 0xffff;

/**
 * Writes a ZIP archive piece by piece, in the order given.
 * Source of the format: APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (end).
 * @throws for more than 65,535 files or 4 GB, which need another form of archive
 */
export function* zip(entries: Iterable<ZipEntry>): Iterable<Uint8Array> {
  const { deflateRawSync } = process.getBuiltinModule('node:zlib');
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.path);
    const packed = deflateRawSync(entry.content, { level: 9 });
    const header = common(entry, packed, name);
    const local = Buffer.concat([signature(0x04034b50), header, short(0), name]);
    // Comment, disk, internal attributes, external attributes, offset of the local header.
    directory.push(
      Buffer.concat([
        signature(0x02014b50),
        short(MADE_BY),
        header,
        short(0),
        short(0),
        short(0),
        short(0),
        long((entry.executable ? 0o100755 : 0o100644) * 0x10000),
        long(offset),
        name,
      ]),
    );
    yield local;
    yield packed;
    offset += local.length + packed.length;
    if (offset > LONGEST || directory.length > MOST) throw new Error('Too much for a ZIP archive.');
  }
  const index = Buffer.concat(directory);
  yield index;
  const count = short(directory.length);
  const end = [short(0), short(0), count, count, long(index.length), long(offset), short(0)];
  yield Buffer.concat([signature(0x06054b50), ...end]);
}

/** What a local header and an entry of the directory have in common, up to the length of the name. */
function common({ content }: ZipEntry, packed: Uint8Array, name: Uint8Array): Buffer {
  return Buffer.concat([
    short(NEEDS),
    short(UTF8_NAMES),
    short(DEFLATED),
    short(0),
    short(DATE),
    long(process.getBuiltinModule('node:zlib').crc32(content)),
    long(packed.length),
    long(content.length),
    short(name.length),
  ]);
}

const signature = long;

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
