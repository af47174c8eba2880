// Made by `npm run generate`; edits are lost.
import type { Toolchain } from './toolchain.ts';

export const toolchainRegistry: readonly {
  readonly name: string;
  readonly load: () => Promise<Toolchain>;
}[] = [
  { name: 'typescript', load: async () => (await import('./typescript.toolchain.ts')).toolchain },
];
