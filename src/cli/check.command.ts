import { explainRules } from '#rules';
import { defineCommand } from './command.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { checkReport } from './check-report.ts';
import { ruleExplanationJson } from './rule-explanation-json.ts';

/** `microforge check <requirements>` */
export const command = defineCommand({
  name: 'check',
  summary: 'say what requirements were understood to mean, what was assumed and what is open',
  usage: 'check <requirements>',
  example: 'microforge check examples/team-tasks.md',
  positionals: { min: 1, max: 1 },
  options: { lines: { type: 'boolean', description: 'what became of every line' } },
  async run({ args: [argument = ''], values, ...context }) {
    const read = await readBlueprintOf(argument, context);
    if (!read) return 1;
    const { output } = context;
    if (output.mode === 'json') {
      const { assumptions } = await import('#blueprint');
      const { blueprint, coverage } = read;
      const { services, roles } = blueprint.system;
      const names = roles.map(({ name }) => name);
      const explained = services.flatMap((service) => explainRules(service, names));
      output.document(
        JSON.stringify({
          coverage,
          assumptions: assumptions(blueprint),
          questions: blueprint.system.questions,
          rules: explained.map(ruleExplanationJson),
          blueprint,
        }),
      );
    } else {
      for (const line of checkReport(read, values.lines === true, output.style)) output.line(line);
    }
    return 0;
  },
});
