import { agentsDiagnostics, stepProposer } from '#agents';
import { loadProcesses } from '#process';
import type { TraceLine } from '#process';
import { cliDiagnostics } from './cli.diagnostics.ts';
import type { Output } from './output.ts';
import { defineCommand } from './command.ts';
import { modelFrom, modelOptions } from './model-option.ts';
import { decisionsOption, readDecisions } from './read-decisions.ts';
import { readProcess } from './read-process.ts';
import { readValues, recordOf } from './read-values.ts';

/** `microforge process run <file>` */
export const command = defineCommand({
  name: 'process run',
  summary: 'play a process in memory: jobs are done at once, timers pass at once',
  usage:
    'process run <file|requirements> [--data JSON] [--decisions FILE]… [--process ID] [--job ID=JSON]… [--model URL]',
  example: `microforge process run examples/order.bpmn --data '{"amount": 120, "items": [1, 2]}'`,
  positionals: { min: 1, max: 1 },
  options: {
    data: {
      type: 'string',
      placeholder: 'JSON|FILE',
      description: 'data at the start (default {})',
    },
    decisions: decisionsOption,
    process: {
      type: 'string',
      placeholder: 'ID',
      description: 'which process, where there are several',
    },
    job: {
      type: 'string',
      multiple: true,
      placeholder: 'ID=JSON',
      description: 'the result of a job; ID=!CODE fails it with an error, ID=open leaves it open',
    },
    choose: {
      type: 'string',
      multiple: true,
      placeholder: 'ID=OPTION',
      description: 'what the orchestrator proposes at a gateway or ad hoc sub-process',
    },
    ...modelOptions,
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    const jobs = new Map((values.job ?? []).map(split));
    const choices = new Map((values.choose ?? []).map(split));
    const wrong = [...jobs.values()].find(
      (say) => say !== 'open' && !say.startsWith('!') && !recordOf(say),
    );
    if (wrong !== undefined) {
      const reason = `--job: "${wrong}" is no JSON object`;
      output.diagnostics([cliDiagnostics.create('bad-option', { reason, suggestion: '' })]);
      return 2;
    }
    const model = modelFrom(values, context);
    if (model === false) return 2;
    const ask = model && stepProposer(model);
    const data = await readValues('data', values.data ?? '{}', context);
    if (!data) return 2;
    const read = await readProcess(argument, context);
    const decisions = read && (await readDecisions(values.decisions, context));
    if (!decisions) return 1;
    const { deployProcess, formulaMaker, simulate } = await loadProcesses();
    const { places } = read;
    const { value, diagnostics } = deployProcess(read.model, await formulaMaker(), {
      places,
      decisions,
      ...(values.process !== undefined && { process: values.process }),
    });
    output.diagnostics(diagnostics, read.textOf);
    if (!value) return 1;
    const played = await simulate(value, {
      data,
      observe: (line, now) => tell(output, line, now),
      async answer(errand) {
        if (errand.kind === 'propose') {
          const { job, node, options } = errand;
          const named = choices.get(node);
          const asked =
            named === undefined
              ? await ask?.({ step: node, options, data: errand.data })
              : undefined;
          if (asked?.problem !== undefined) {
            const { choice, problem } = asked;
            const params = { step: node, choice, problem };
            output.diagnostics([agentsDiagnostics.create('proposal-not-used', params)]);
          }
          return { kind: 'propose', job, choice: named ?? asked?.choice ?? options[0] };
        }
        if (errand.kind !== 'perform') return undefined;
        const { job } = errand;
        const say = jobs.get(errand.node) ?? '{}';
        if (say === 'open') return undefined;
        if (say.startsWith('!'))
          return { kind: 'fail', job, problem: `error ${say.slice(1)}`, error: say.slice(1) };
        return { kind: 'complete', job, data: recordOf(say) ?? {} };
      },
    });
    const { status, problem, waitsAt, trace } = played;
    if (output.mode === 'json')
      output.document(JSON.stringify({ status, problem, waitsAt, data: played.data, trace }));
    else {
      const at = waitsAt.length > 0 ? ` at ${waitsAt.join(', ')}` : '';
      output.line(`${status}${at}${problem === undefined ? '' : `: ${problem}`}`);
      output.line(JSON.stringify(played.data));
    }
    return status === 'completed' ? 0 : 1;
  },
});

function tell(output: Output, { what, id, about }: TraceLine, now: number): void {
  if (output.mode === 'json') return;
  const time = output.style('dim', durationText(now).padStart(10));
  output.line(
    `${time}  ${what.padEnd(8)} ${id}${about === undefined ? '' : output.style('dim', `  ${about}`)}`,
  );
}

/** Time since the start, as far as it has passed: `1d 02:00:00`. */
function durationText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
  return days > 0 ? `${days}d ${clock}` : clock;
}

function split(text: string): [string, string] {
  const at = text.indexOf('=');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
