export { describe } from './describe.ts';
export { evaluate, valueIn } from './evaluate.ts';
export type { Scope } from './evaluate.ts';
export type { Value } from './value.ts';
