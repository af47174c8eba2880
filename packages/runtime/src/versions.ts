// The package's `./versions`: apart, because it stands on the gateway.
export type { CanaryOptions, CanaryStep } from './versions/canary-phase.ts';
export type { Difference, DifferenceKind } from './versions/compare/difference.ts';
export { DifferenceEvidence } from './versions/compare/difference-evidence.ts';
export type { ComparedField } from './versions/compare/difference-evidence.ts';
export { compareAnswers } from './versions/compare/compare-answers.ts';
export { ignoring } from './versions/compare/ignore-rules.ts';
export type { IgnoreRule } from './versions/compare/ignore-rules.ts';
export type { Decision, DecisionNumbers, MeasureNumbers, Verdict } from './versions/decision.ts';
export { DecisionStore } from './versions/decision-store.ts';
export { Rollout } from './versions/rollout.ts';
export type { RolloutOptions } from './versions/rollout.ts';
export { RolloutRefusedError } from './versions/rollout-refused-error.ts';
export type { ShadowOptions } from './versions/shadow-phase.ts';
export { CanaryEvidence } from './versions/statistics/canary-evidence.ts';
export type { Observation } from './versions/statistics/canary-evidence.ts';
export { defaultTolerance } from './versions/tolerance.ts';
export type { Tolerance } from './versions/tolerance.ts';
