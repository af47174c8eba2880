import { defineCommand } from './command.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { decide, decideOptions } from './decide.ts';
import { exitCodeOf, explanationJson } from './explanation-json.ts';
import type { DecisionJson } from './explanation-json.ts';
import type { Output } from './output.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { NO_FILE, readBounded } from './read-bounded.ts';
import { reportLines } from './report-lines.ts';
import { ruleExplanationJson } from './rule-explanation-json.ts';
import { ruleItem } from './rule-item.ts';
import { explainRules } from '#rules';

/** `microforge rules explain <file>` */
export const command = defineCommand({
  name: 'rules explain',
  summary: 'say why each decision and rule is as it is: the values it read, the row that matched',
  usage: 'rules explain <file|requirements> [--data JSON|FILE] [--decision NAME]…',
  example: `microforge rules explain examples/shipping.dmn --data '{"weight": 12, "country": "FR"}'`,
  positionals: { min: 1, max: 1 },
  options: decideOptions,
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    if (await isRequirements(argument, context)) return explainRequirements(argument, context);
    const made = await decide(argument, values, context);
    if (typeof made === 'number') return made;
    const all = await explanationJson(made);
    if (output.mode === 'json') output.document(JSON.stringify(all));
    for (const decision of all.decisions) tellDecision(decision, output);
    for (const { rule, version, holds, message, reason, read } of all.rules) {
      const says = holds === null ? 'is not known' : holds ? 'holds' : 'does not hold';
      output.line(`${output.style('bold', rule)} ${output.style('dim', version)} ${says}`);
      tellRead(read, output);
      if (message !== undefined) output.line(`  ${message}`);
      if (reason !== undefined) output.line(`  because ${reason}`);
    }
    return exitCodeOf(all);
  },
});

function tellDecision(
  { name, value, reason, rows, read, cells }: DecisionJson,
  output: Output,
): void {
  const by = rows && rows.length > 0 ? `, by row ${rows.join(', ')}` : '';
  output.line(`${output.style('bold', name)} = ${JSON.stringify(value)}${by}`);
  if (reason !== undefined) output.line(`  because ${reason}`);
  tellRead(read, output);
  for (const { row, matches, because } of cells ?? []) {
    const says = matches === null ? 'is not known' : matches ? 'matches' : 'does not match';
    const why =
      because && `: ${because.input} is ${JSON.stringify(because.value)}, asked is ${because.test}`;
    output.line(output.style('dim', `  row ${row} ${says}${why ?? ''}`));
  }
}

function tellRead(read: Readonly<Record<string, unknown>>, output: Output): void {
  for (const [name, value] of Object.entries(read))
    output.line(`  ${name} = ${JSON.stringify(value)}`);
}

type Reading = Pick<CommandContext, 'cwd' | 'stdin' | 'output'>;

/** Requirements are a quoted sentence, or a file that is neither XML nor JSON. */
async function isRequirements(argument: string, context: Reading): Promise<boolean> {
  if (argument === '-') return false;
  const bytes = await readBounded(argument, context);
  if (typeof bytes === 'string') return bytes === NO_FILE && /\s/.test(argument.trim());
  return !/^\uFEFF?\s*[<{[]/.test(new TextDecoder().decode(bytes.subarray(0, 1000)));
}

/** Each rule: the sentence that it came from, what it says, a write that keeps it and one that breaks it. */
async function explainRequirements(argument: string, context: Reading): Promise<ExitCode> {
  const read = await readBlueprintOf(argument, context);
  if (!read) return 1;
  const { output } = context;
  const { services, roles } = read.blueprint.system;
  const names = roles.map(({ name }) => name);
  const rules = services.flatMap((service) => explainRules(service, names));
  if (output.mode === 'json')
    output.document(JSON.stringify({ rules: rules.map(ruleExplanationJson) }));
  else {
    const items = rules.map(ruleItem);
    for (const line of reportLines('Rules', items, { style: output.style }).slice(1))
      output.line(line);
  }
  return 0;
}
