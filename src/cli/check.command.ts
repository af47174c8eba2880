import { defineCommand } from './command.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { checkReport } from './check-report.ts';

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
      output.document(
        JSON.stringify({
          coverage,
          assumptions: assumptions(blueprint),
          questions: blueprint.system.questions,
          blueprint,
        }),
      );
    } else {
      for (const line of checkReport(read, values.lines === true, output.style)) output.line(line);
    }
    return 0;
  },
});
