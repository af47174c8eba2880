export { targetRegistry } from './registry.gen.ts';
export type { Target, TargetInput, TargetOutput } from './target.ts';
