export { describe } from './describe.ts';
export { evaluate, valueIn } from './evaluate.ts';
export type { Scope } from './evaluate.ts';
export { accepts, LONGEST, LONGEST_LIST } from './examples/accepts.ts';
export { absent, exampleChange, exampleRecord } from './examples/example-record.ts';
export type { ExampleOptions } from './examples/example-record.ts';
export type { ExampleSetting, JsonRecord } from './examples/example-setting.ts';
export { fieldsRead, isOverOneRecord } from './examples/expression-parts.ts';
export { fieldExample } from './examples/field-example.ts';
export { ruleExamples } from './examples/rule-examples.ts';
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
export type { Value } from './value.ts';
export { parseFeel, parseUnaryTests } from './feel/parse-feel.ts';
export type { FeelOptions } from './feel/parse-feel.ts';
export { printFeel, printUnaryTests } from './feel/print-feel.ts';
export { environment } from './interpret/environment.ts';
export type { Environment } from './interpret/environment.ts';
export { interpret } from './interpret/interpret.ts';
export type { RuleExpression } from './language/expression.ts';
export { readExpression } from './language/read-expression.ts';
export { reasonOf, Unknown } from './unknown.ts';
export { analyseTable } from './analyse/analyse-table.ts';
export type { Finding } from './analyse/finding.ts';
export { evaluateTable } from './table/evaluate-table.ts';
export type { TableResult } from './table/evaluate-table.ts';
export { readTable } from './table/read-table.ts';
export type { RuleTable } from './table/rule-table.ts';
export { compileRules } from './compile/compile-rules.ts';
export type { ProgramForm, RuleProgram, RuleTrace } from './compile/compile-rules.ts';
export type { DecisionRule, InputDeclaration, RuleSet } from './rule-set/rule-set.ts';
export { rulesInForce } from './rule-set/rules-in-force.ts';
export { indexTable } from './table-index/index-table.ts';
export type { IndexedTable, TableDecision, TablePlan } from './table-index/index-table.ts';
export { readDmn } from './dmn/read-dmn.ts';
export { writeDmn } from './dmn/write-dmn.ts';
export { checkModel } from './model/check-model.ts';
export type { Decision, DecisionModel } from './model/decision-model.ts';
export { evaluateModel } from './model/evaluate-model.ts';
