import { compactJson } from '#blueprint';
import { loadDecisions } from '#rules';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { defineCommand } from './command.ts';
import { readRules } from './read-rules.ts';

/** `microforge rules convert <file>` */
export const command = defineCommand({
  name: 'rules convert',
  summary: 'turn decisions from DMN into JSON or back',
  usage: 'rules convert <file> [--to json|dmn]',
  example: 'microforge rules convert examples/shipping.dmn',
  positionals: { min: 1, max: 1 },
  options: {
    to: {
      type: 'string',
      placeholder: 'json|dmn',
      description: 'what to write (default: the other form)',
    },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    if (values.to !== undefined && values.to !== 'json' && values.to !== 'dmn') {
      const given = { reason: '--to is json or dmn', suggestion: '' };
      output.diagnostics([cliDiagnostics.create('bad-option', given)]);
      return 2;
    }
    const read = await readRules(argument, context);
    if (!read) return 1;
    const { notInJson, writeDmn, writeRulesDocument } = await loadDecisions();
    const other = read.form === 'dmn' ? 'json' : 'dmn';
    if (output.mode === 'json' || (values.to ?? other) === 'json') {
      const decision = notInJson(read.model);
      if (decision !== undefined) {
        output.diagnostics([cliDiagnostics.create('rules-not-in-json', { decision })]);
        return 1;
      }
      output.document(compactJson(writeRulesDocument(read)));
      return 0;
    }
    // DMN has decisions, and no rules that have to hold.
    const [rule] = read.rules.rules;
    if (rule) output.diagnostics([cliDiagnostics.create('rules-not-in-dmn', { rule: rule.id })]);
    output.document(await writeDmn(read.model));
    return rule ? 1 : 0;
  },
});
