import type { Diagnostic, Result } from '#diagnostics';
import { partsOfRule } from '../language/operands.ts';
import type { RuleExpression } from '../language/expression.ts';
import { checkModel } from '../model/check-model.ts';
import type { Decision, DecisionLogic, DecisionModel } from '../model/decision-model.ts';
import type { DecisionRule, RuleSet } from '../rule-set/rule-set.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { CellReader } from '../table/cell-reader.ts';
import type { RuleTable } from '../table/rule-table.ts';
import { rulesDocumentSchema } from './rules-document.ts';
import type { RulesDocument } from './rules-document.ts';

/** Decisions, and rules that have to hold, over the same inputs. */
export interface RulesAndDecisions {
  readonly model: DecisionModel;
  readonly rules: RuleSet;
}

/**
 * Reads rules and decisions from JSON data of any shape (docs/rules.schema.json). What a decision requires is what its
 * expressions name. Errors: `rules/malformed`, `rules/feel-syntax`, `rules/uneven-row`, `rules/duplicate-name`,
 * `rules/cycle`.
 */
export function readRulesDocument(json: unknown): Result<RulesAndDecisions> {
  const parsed = rulesDocumentSchema.safeParse(json);
  if (!parsed.success) {
    const diagnostics = parsed.error.issues.slice(0, MAX_SHOWN).map(({ path, message }) =>
      rulesDiagnostics.create('malformed', {
        path: `/${path.map(String).join('/')}`,
        problem: message,
      }),
    );
    return { value: undefined, diagnostics };
  }
  return new DocumentReader(parsed.data).read();
}

const MAX_SHOWN = 50;

class DocumentReader {
  readonly #document: RulesDocument;
  readonly #cells: CellReader;
  readonly #diagnostics: Diagnostic[] = [];

  constructor(document: RulesDocument) {
    this.#document = document;
    const { inputs = [], decisions = [] } = document;
    this.#cells = new CellReader({ names: [...inputs, ...decisions].map(({ name }) => name) });
  }

  read(): Result<RulesAndDecisions> {
    const { name = 'rules', inputs = [], decisions = [], rules = [] } = this.#document;
    const ids = idsOf([...inputs, ...decisions].map((one) => one.name));
    const model: DecisionModel = {
      id: 'rules',
      name,
      inputs: inputs.map((input) => ({ ...input, id: ids.get(input.name) ?? '' })),
      decisions: decisions.flatMap((decision): Decision[] => {
        const logic = this.#logic(decision);
        if (!logic) return [];
        const named = new Set(namesIn(logic));
        const requires = [...ids].flatMap(([other, id]) => (named.has(other) ? id : []));
        return [{ id: ids.get(decision.name) ?? '', name: decision.name, requires, logic }];
      }),
    };
    const set: RuleSet = {
      id: 'rules',
      inputs: inputs.flatMap(({ name: input, type }) => (type ? [{ name: input, type }] : [])),
      rules: rules.map(({ must, ...rule }): DecisionRule => ({
        version: '1',
        message: '',
        priority: 0,
        salience: 0,
        ...rule,
        condition: this.#cells.expression(must),
      })),
    };
    const found = [...this.#cells.diagnostics, ...this.#diagnostics, ...twice(set)];
    const diagnostics = found.length > 0 ? found : checkModel(model);
    return { value: diagnostics.length === 0 ? { model, rules: set } : undefined, diagnostics };
  }

  #logic(decision: NonNullable<RulesDocument['decisions']>[number]): DecisionLogic | undefined {
    if ('value' in decision)
      return { kind: 'expression', expression: this.#cells.expression(decision.value) };
    const { hitPolicy = 'unique', aggregator, inputs, outputs, rows } = decision.table;
    const uneven = rows.findIndex(({ length }) => length !== inputs.length + outputs.length);
    if (uneven !== -1) {
      const params = { table: decision.name, row: uneven + 1 };
      this.#diagnostics.push(rulesDiagnostics.create('uneven-row', params));
      return undefined;
    }
    const cells = this.#cells;
    const table: RuleTable = {
      id: decision.name,
      hitPolicy,
      ...(aggregator && { aggregator }),
      inputs: inputs.map((input) => {
        const { value, type, allowed } = typeof input === 'string' ? { value: input } : input;
        return {
          label: value,
          value: cells.expression(value),
          ...(type && { type }),
          ...(allowed !== undefined && { allowed: cells.condition(allowed) }),
        };
      }),
      outputs: outputs.map((output) => {
        if (typeof output === 'string') return { name: output };
        const { name, values, default: fallback } = output;
        return {
          name,
          ...(values && { priorities: values.map((value) => cells.expression(value)) }),
          ...(fallback !== undefined && { fallback: cells.expression(fallback) }),
        };
      }),
      rows: rows.map((row) => ({
        conditions: row.slice(0, inputs.length).map((cell) => cells.condition(cell.trim() || '-')),
        results: row.slice(inputs.length).map((cell) => cells.expression(cell.trim() || 'null')),
      })),
    };
    return { kind: 'table', table };
  }
}

function twice({ rules }: RuleSet): readonly Diagnostic[] {
  const seen = new Set<string>();
  return rules.flatMap(({ id }) => {
    const known = seen.has(id);
    seen.add(id);
    return known ? [rulesDiagnostics.create('duplicate-name', { name: id })] : [];
  });
}

/** Ids that XML takes, too. */
function idsOf(names: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    names.map((name) => {
      const base = `_${name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`;
      let id = base;
      for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
      taken.add(id);
      return [name, id];
    }),
  );
}

function namesIn(logic: DecisionLogic): readonly string[] {
  return expressionsIn(logic)
    .flatMap(partsOfRule)
    .flatMap((part) => (part.kind === 'variable' ? part.name : []));
}

function expressionsIn(logic: DecisionLogic): readonly RuleExpression[] {
  if (logic.kind === 'expression') return [logic.expression];
  const { inputs, outputs, rows } = logic.table;
  const all = [
    ...inputs.flatMap(({ value, allowed }) => [value, allowed]),
    ...outputs.flatMap(({ priorities = [], fallback }) => [...priorities, fallback]),
    ...rows.flatMap(({ conditions, results }) => [...conditions, ...results]),
  ];
  // Cells of the same text are the same expression.
  return [...new Set(all)].filter((one) => one !== undefined);
}
