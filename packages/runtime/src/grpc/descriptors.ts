import type { PackageDefinition } from '@grpc/proto-loader';

/** What of a FileDescriptorProto has to be known here. */
interface DescriptorFile {
  readonly name: string;
  readonly package: string;
  /** Names of messages, enums and services in it. */
  readonly symbols: readonly string[];
  readonly bytes: Buffer;
}

/** The files behind definitions, by symbol and by name; each comes with all that there are, for what it imports. */
export function fromDescriptors(definitions: PackageDefinition): {
  readonly fileOf: (symbol: string) => readonly Buffer[] | undefined;
  readonly fileNamed: (name: string) => readonly Buffer[] | undefined;
} {
  const files = new Map<string, DescriptorFile>();
  for (const definition of Object.values(definitions)) {
    if (!('fileDescriptorProtos' in definition)) continue;
    for (const bytes of definition.fileDescriptorProtos as Buffer[]) {
      const file = readFile(bytes);
      files.set(file.name, file);
    }
  }
  const withOthers = (file: DescriptorFile | undefined) =>
    file && [
      file.bytes,
      ...[...files.values()].filter((each) => each !== file).map(({ bytes }) => bytes),
    ];
  return {
    fileNamed: (name) => withOthers(files.get(name)),
    fileOf: (symbol) =>
      withOthers(
        [...files.values()].find((file) =>
          file.symbols.some((each) => {
            const full = file.package === '' ? each : `${file.package}.${each}`;
            // A method or a field belongs to the file of what it is in.
            return symbol === full || symbol.startsWith(`${full}.`);
          }),
        ),
      ),
  };
}

/** Reads the fields that matter of a FileDescriptorProto: 1 name, 2 package, 4 messages, 5 enums, 6 services. */
function readFile(bytes: Buffer): DescriptorFile {
  let name = '';
  let packageName = '';
  const symbols: string[] = [];
  for (const { field, value } of fields(bytes)) {
    if (field === 1) name = value.toString('utf8');
    else if (field === 2) packageName = value.toString('utf8');
    else if (field === 4 || field === 5 || field === 6) {
      for (const inner of fields(value)) {
        if (inner.field === 1) symbols.push(inner.value.toString('utf8'));
      }
    }
  }
  return { name, package: packageName, symbols, bytes };
}

/** The fields of a message that have a length (https://protobuf.dev/programming-guides/encoding). */
function* fields(bytes: Buffer): Generator<{ field: number; value: Buffer }> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80 || shift > 56) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const kind = tag & 7;
    if (kind === 0) varint();
    else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else {
      const length = varint();
      yield { field: tag >>> 3, value: bytes.subarray(at, at + length) };
      at += length;
    }
  }
}
