import { printFeel, printUnaryTests } from '../feel/print-feel.ts';
import { partsOfRule } from '../language/operands.ts';
import type { Decision, DecisionModel } from '../model/decision-model.ts';
import type { DecisionRule } from '../rule-set/rule-set.ts';
import { UNNAMED } from './read-rules-document.ts';
import type { RulesAndDecisions } from './read-rules-document.ts';
import type { RulesDocument } from './rules-document.ts';

type Table = Extract<NonNullable<RulesDocument['decisions']>[number], { table: unknown }>['table'];

/** Rules and decisions as JSON: reading it again gives the same, but for ids, which it has none of. */
export function writeRulesDocument({ model, rules }: RulesAndDecisions): RulesDocument {
  const { name, inputs, decisions } = model;
  return {
    formatVersion: 1,
    ...(name !== UNNAMED && { name }),
    ...(inputs.length > 0 && {
      inputs: inputs.map(({ name: input, type }) => ({ name: input, ...(type && { type }) })),
    }),
    ...(decisions.length > 0 && { decisions: decisions.map(decisionOf) }),
    ...(rules.rules.length > 0 && { rules: rules.rules.map(ruleOf) }),
  };
}

/** The name of what a model has and JSON has no form for: functions and services for others, tables in expressions. */
export function notInJson({ decisions, services = [] }: DecisionModel): string | undefined {
  const found = decisions.find(
    ({ isKnowledge, logic }) =>
      isKnowledge === true ||
      (logic.kind === 'expression' &&
        partsOfRule(logic.expression).some(({ kind }) => kind === 'decide')),
  );
  return found?.name ?? services[0]?.name;
}

function decisionOf({ name, logic }: Decision): NonNullable<RulesDocument['decisions']>[number] {
  if (logic.kind === 'expression') return { name, value: printFeel(logic.expression) };
  const { hitPolicy, aggregator, inputs, outputs, rows } = logic.table;
  const table: Table = {
    hitPolicy,
    ...(aggregator && { aggregator }),
    inputs: inputs.map(({ value, type, allowed }) => {
      const text = printFeel(value);
      if (!type && !allowed) return text;
      return {
        value: text,
        ...(type && { type }),
        ...(allowed && { allowed: printUnaryTests(allowed) }),
      };
    }),
    outputs: outputs.map((output, at) => {
      const { priorities, fallback } = output;
      // DMN lets the only output be without a name.
      const label = output.name || (outputs.length === 1 ? name : `output ${at + 1}`);
      if (!priorities && !fallback) return label;
      return {
        name: label,
        ...(priorities && { values: priorities.map(printFeel) }),
        ...(fallback && { default: printFeel(fallback) }),
      };
    }),
    rows: rows.map(({ conditions, results }) => [
      ...conditions.map(printUnaryTests),
      ...results.map(printFeel),
    ]),
  };
  return { name, table };
}

function ruleOf(rule: DecisionRule): NonNullable<RulesDocument['rules']>[number] {
  const { id, condition, message, version, from, to, priority, salience } = rule;
  return {
    id,
    must: printFeel(condition),
    ...(message !== '' && { message }),
    ...(version !== '1' && { version }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(priority !== 0 && { priority }),
    ...(salience !== 0 && { salience }),
  };
}
