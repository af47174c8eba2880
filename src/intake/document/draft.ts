import type { Block } from './document.ts';

type WithoutSection<T> = T extends unknown ? Omit<T, 'section'> : never;
/** A block before sections are known. */
export type Draft = WithoutSection<Block>;
