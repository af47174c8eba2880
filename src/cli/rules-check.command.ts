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
    const { analyseModel } = await loadDecisions();
    const found = analyseModel(read.model);
    const decisions = read.model.decisions.map(({ name, logic }) => ({
      name,
      kind: logic.kind,
      ...(logic.kind === 'table' && { rows: logic.table.rows.length }),
      findings: found.get(name) ?? [],
    }));
    for (const { findings } of decisions)
      output.diagnostics(findings.map(({ diagnostic }) => diagnostic));
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
    if (output.mode === 'json') output.document(JSON.stringify({ decisions: shown }));
    for (const { name, kind, rows, findings } of shown) {
      const what = rows === undefined ? kind : `table of ${rows} rows`;
      output.line(
        `${name}: ${what}; ${findings.length === 0 ? 'nothing found' : `${findings.length} found`}`,
      );
    }
    const isFine = shown.every(({ findings }) =>
      findings.every(({ severity }) => severity === 'info'),
    );
    return isFine ? 0 : 1;
  },
});
