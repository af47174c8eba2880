import { join } from 'node:path';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';

/** Messages as JSON has them: names as in the file, whole numbers of 64 bits as text, enums by name. */
const options = {
  keepCase: true,
  longs: String,
  enums: String,
  bytes: String,
  defaults: true,
  oneofs: false,
};

/** The package's own definitions: health and reflection. */
export const ownProto = (name: string): string =>
  join(import.meta.dirname, '..', '..', 'proto', `${name}.proto`);

/** Reads .proto files and what they import. @throws Error when one is missing or wrong */
export const loadProtos = (
  files: readonly string[],
  includeDirs: readonly string[] = [],
): PackageDefinition => loadSync([...files], { ...options, includeDirs: [...includeDirs] });
