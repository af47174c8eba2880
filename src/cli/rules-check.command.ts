import { loadDecisions } from '#rules';
import { defineCommand } from './command.ts';
import { readRules } from './read-rules.ts';

/** `microforge rules check <file>` */
export const command = defineCommand({
  name: 'rules check',
  summary: 'look for gaps, overlaps, rows that never decide and rules that contradict each other',
  usage: 'rules check <file>',
  example: 'microforge rules check examples/shipping.dmn',
  positionals: { min: 1, max: 1 },
  options: {},
  async run({ args: [argument = ''], ...context }) {
    const { output } = context;
    const read = await readRules(argument, context);
    if (!read) return 1;
    const { analyseModel, analyseRules } = await loadDecisions();
    const found = analyseModel(read.model);
    const ruleFindings = analyseRules(read.rules);
    const decisions = read.model.decisions.map(({ name, logic, isKnowledge }) => ({
      name,
      kind: isKnowledge === true ? 'function' : logic.kind,
      ...(logic.kind === 'table' && { rows: logic.table.rows.length }),
      findings: found.get(name) ?? [],
    }));
    for (const { findings } of decisions)
      output.diagnostics(findings.map(({ diagnostic }) => diagnostic));
    output.diagnostics(ruleFindings.map(({ diagnostic }) => diagnostic));
    const shown = decisions.map(({ findings, ...rest }) => ({
      ...rest,
      findings: findings.map(({ diagnostic: { code, severity, message }, rows, witness }) => ({
        code,
        severity,
        message,
        // As people count them.
        rows: rows.map((row) => row + 1),
        witness,
      })),
    }));
    const rules = {
      count: read.rules.rules.length,
      findings: ruleFindings.map(({ diagnostic: { code, severity, message }, ...rest }) => ({
        code,
        severity,
        message,
        ...rest,
      })),
    };
    if (output.mode === 'json') output.document(JSON.stringify({ decisions: shown, rules }));
    for (const { name, kind, rows, findings } of shown) {
      const what = rows === undefined ? kind : `table of ${rows} rows`;
      output.line(`${name}: ${what}; ${countOf(findings)}`);
    }
    if (rules.count > 0) output.line(`${rules.count} rules; ${countOf(rules.findings)}`);
    const all = [...shown.flatMap(({ findings }) => findings), ...rules.findings];
    return all.every(({ severity }) => severity === 'info') ? 0 : 1;
  },
});

function countOf({ length }: readonly unknown[]): string {
  return length === 0 ? 'nothing found' : `${length} found`;
}
