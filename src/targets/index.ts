export { targetRegistry } from './registry.gen.ts';
export type { PreviousFile, PreviousVersion, Target, TargetInput, TargetOutput } from './target.ts';
