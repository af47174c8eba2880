// Made by `npm run generate`; edits are lost.
import type { Toolchain } from './toolchain.ts';

export const toolchainRegistry: readonly {
  readonly name: string;
  readonly load: () => Promise<Toolchain>;
}[] = [
  { name: 'python', load: async () => (await import('./python.toolchain.ts')).toolchain },
  { name: 'rust', load: async () => (await import('./rust.toolchain.ts')).toolchain },
  { name: 'typescript', load: async () => (await import('./typescript.toolchain.ts')).toolchain },
];
