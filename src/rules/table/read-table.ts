import type { DecisionTable } from '#blueprint';
import type { Result } from '#diagnostics';
import type { FeelOptions } from '../feel/parse-feel.ts';
import { rulesDiagnostics } from '../rules.diagnostics.ts';
import { CellReader } from './cell-reader.ts';
import type { RuleTable, TableRow } from './rule-table.ts';

/** Cells of one table. */
const MAX_CELLS = 1_000_000;

/**
 * Reads the FEEL cells of a decision table of the blueprint. Every cell that cannot be read is reported.
 * Errors: `rules/feel-syntax`, `rules/uneven-row`, `rules/too-many-cells`.
 */
export function readTable(table: DecisionTable, options: FeelOptions = {}): Result<RuleTable> {
  const reader = new CellReader(options);
  const { id, hitPolicy, inputs, outputs, rows } = table;
  const cells = rows.length * (inputs.length + outputs.length);
  if (cells > MAX_CELLS) {
    const params = { table: id, cells, limit: MAX_CELLS };
    return { value: undefined, diagnostics: [rulesDiagnostics.create('too-many-cells', params)] };
  }
  for (const [index, row] of rows.entries()) {
    if (row.inputs.length === inputs.length && row.outputs.length === outputs.length) continue;
    reader.diagnostics.push(rulesDiagnostics.create('uneven-row', { table: id, row: index + 1 }));
  }
  const value: RuleTable = {
    id,
    hitPolicy,
    inputs: inputs.map((text) => ({ label: text, value: reader.expression(text) })),
    outputs: outputs.map((name) => ({ name })),
    rows: rows.map((row): TableRow => ({
      conditions: row.inputs.map((text) => reader.condition(text)),
      results: row.outputs.map((text) => reader.expression(text)),
    })),
  };
  const { diagnostics } = reader;
  return { value: diagnostics.length === 0 ? value : undefined, diagnostics };
}
