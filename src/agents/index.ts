export type { ModelAnswer, ModelPort, ModelQuestion } from './model-port.ts';
export { openAiModel } from './openai-model.ts';
export type { OpenAiModelOptions } from './openai-model.ts';
export { agentsDiagnostics } from './agents.diagnostics.ts';
export { stepProposer } from './propose-step.ts';
export type { StepProposal, StepQuestion } from './propose-step.ts';
