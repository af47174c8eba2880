import type * as decisions from './decisions.ts';

export { addDuration, parseDuration, scaledDuration } from './duration.ts';
export { describe } from './describe.ts';
export { evaluate, valueIn } from './evaluate.ts';
export type { Scope } from './evaluate.ts';
export { accepts, LONGEST, LONGEST_LIST } from './examples/accepts.ts';
export { absent, exampleChange, exampleRecord } from './examples/example-record.ts';
export type { ExampleOptions } from './examples/example-record.ts';
export type { ExampleSetting, JsonRecord } from './examples/example-setting.ts';
export { explainRules } from './examples/explain-rules.ts';
export type { RuleExplanation } from './examples/explain-rules.ts';
export { fieldsRead } from './examples/expression-parts.ts';
export { fieldExample } from './examples/field-example.ts';
export { ruleExamples, sparedExample } from './examples/rule-examples.ts';
export type { RuleExample, RuleExamples } from './examples/rule-examples.ts';
export {
  afterTransition,
  brokenGuard,
  mayTake,
  removablePath,
  stateName,
  statePaths,
} from './examples/state-paths.ts';
export type { StatePath } from './examples/state-paths.ts';
export { aggregatesIn, isLenient, severalOf } from './several/several.ts';
export type { Several } from './several/several.ts';
export { breakingSteps, freeOfOthers } from './several/breaking-steps.ts';
export type { BreakingSteps, Step } from './several/breaking-steps.ts';
export { rulesOfParents } from './several/rules-of-parents.ts';
export { wishesOfChildren } from './several/wishes-of-children.ts';
export { worldOf } from './several/world.ts';
export type { World } from './several/world.ts';
export type { Value } from './value.ts';
export type { Finding } from './analyse/finding.ts';
export type { ProgramForm, RuleProgram } from './compile/compile-rules.ts';
export type { RuleTrace } from './compile/rule-trace.ts';
export type { RulesAndDecisions } from './document/read-rules-document.ts';
export type { ExplainedRow } from './explain/explain-rows.ts';
export type { Explanation } from './explain/explain-decisions.ts';
export type { FeelOptions } from './feel/parse-feel.ts';
export type { Environment } from './interpret/environment.ts';
export type { RuleExpression } from './language/expression.ts';
export type { Decision, DecisionModel } from './model/decision-model.ts';
export type { DecisionRule, InputDeclaration, RuleSet } from './rule-set/rule-set.ts';
export type { IndexedTable, TableDecision } from './table-index/index-table.ts';
export type { TablePlan } from './table-index/finder.ts';
export type { TableResult } from './table/evaluate-table.ts';
export type { RuleTable, TableRow } from './table/rule-table.ts';

/**
 * Everything about rules and decisions beyond the blueprint's own expressions: FEEL, decision tables and
 * models, their analysis, the compiler, the index, DMN. Loaded when it is asked for: most commands need
 * none of it.
 */
export function loadDecisions(): Promise<typeof decisions> {
  return import('./decisions.ts');
}
