// Made by `npm run generate`; edits are lost.
import type { Target } from './target.ts';

export const targetRegistry: readonly {
  readonly name: string;
  readonly load: () => Promise<Target>;
}[] = [
  { name: 'python', load: async () => (await import('./python/python.target.ts')).target },
  { name: 'rust', load: async () => (await import('./rust/rust.target.ts')).target },
  {
    name: 'typescript',
    load: async () => (await import('./typescript/typescript.target.ts')).target,
  },
];
