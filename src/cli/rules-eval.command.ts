import { defineCommand } from './command.ts';
import { decide, decideOptions } from './decide.ts';
import { exitCodeOf, explanationJson } from './explanation-json.ts';

/** `microforge rules eval <file>` */
export const command = defineCommand({
  name: 'rules eval',
  summary: 'make the decisions of a file over values, and ask its rules',
  usage: 'rules eval <file> [--data JSON|FILE] [--decision NAME]…',
  example: `microforge rules eval examples/shipping.dmn --data '{"weight": 12, "country": "FR"}'`,
  positionals: { min: 1, max: 1 },
  options: decideOptions,
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    const made = await decide(argument, values, context);
    if (typeof made === 'number') return made;
    const all = await explanationJson(made);
    const decisions = all.decisions.map(({ name, value, reason, rows }) => ({
      name,
      value,
      ...(reason !== undefined && { reason }),
      ...(rows && { rows }),
    }));
    const rules = all.rules.map(({ read: _read, ...rule }) => rule);
    if (output.mode === 'json') output.document(JSON.stringify({ decisions, rules }));
    for (const { name, value, reason } of decisions)
      output.line(
        `${name} = ${JSON.stringify(value)}${reason === undefined ? '' : `  (${reason})`}`,
      );
    for (const { rule, holds, message, reason } of rules) {
      const about = message ?? reason;
      const says = holds === null ? 'is not known' : holds ? 'holds' : 'does not hold';
      output.line(`${rule} ${says}${about === undefined ? '' : `: ${about}`}`);
    }
    return exitCodeOf(all);
  },
});
