import { loadDecisions } from '#rules';
import { defineCommand } from './command.ts';
import { readRules } from './read-rules.ts';
import { readValues } from './read-values.ts';

/** Milliseconds that each form is measured for, after as many to warm up. */
const MEASURED = 500;

/** `microforge rules bench <file>` */
export const command = defineCommand({
  name: 'rules bench',
  summary: 'measure how many of your rules and decisions are made in a second',
  usage: 'rules bench <file> [--data JSON|FILE]',
  example: `microforge rules bench examples/shipping.dmn --data '{"weight": 12, "country": "FR"}'`,
  positionals: { min: 1, max: 1 },
  options: {
    data: { type: 'string', placeholder: 'JSON|FILE', description: 'the inputs (default {})' },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    const data = await readValues('data', values.data ?? '{}', context);
    if (!data) return 2;
    const read = await readRules(argument, context);
    if (!read) return 1;
    const { compileRules, environment, indexTable, inputValue, makeDecisions } =
      await loadDecisions();
    const { rules, model } = read;
    const now = Date.now();
    const figures: { what: string; form: string; perSecond: number }[] = [];
    const measure = (what: string, form: string, times: number, run: () => unknown) => {
      perSecond(run);
      figures.push({ what, form, perSecond: Math.round(perSecond(run) * times) });
    };
    if (rules.rules.length > 0) {
      const { length } = rules.rules;
      for (const form of ['code', 'bytecode'] as const) {
        const program = compileRules(rules, form);
        measure('rules', form, length, () => program.hits(data, now));
        measure('rules', `${form}, traced`, length, () => program.trace(data, now));
      }
    }
    for (const { name, logic } of model.decisions) {
      if (logic.kind !== 'table') continue;
      const table = indexTable(
        logic.table,
        model.inputs.flatMap(({ name: input, type }) => (type ? [{ name: input, type }] : [])),
      );
      measure(name, `indexed by ${table.plan}`, 1, () => table.decide(data, now));
    }
    const types = new Map(model.inputs.map(({ name, type }) => [name, type]));
    const variable = (name: string) =>
      inputValue(Object.hasOwn(data, name) ? data[name] : undefined, types.get(name), name);
    if (model.decisions.length > 0)
      measure('all decisions', 'interpreted', 1, () =>
        makeDecisions(model, environment({ now, variable })),
      );
    if (output.mode === 'json') output.document(JSON.stringify(figures));
    for (const { what, form, perSecond: count } of figures)
      output.line(
        `${count.toLocaleString('en').padStart(15)}/s  ${what}  ${output.style('dim', form)}`,
      );
    return 0;
  },
});

/** Runs in a second of processor time. */
function perSecond(run: () => unknown): number {
  const before = process.cpuUsage().user;
  const started = performance.now();
  let count = 0;
  while (performance.now() - started < MEASURED) {
    for (let at = 0; at < 16; at += 1) run();
    count += 16;
  }
  return count / (Math.max(1, process.cpuUsage().user - before) / 1e6);
}
