import { loadProcesses } from '#process';
import { defineCommand } from './command.ts';
import { decisionsOption, readDecisions } from './read-decisions.ts';
import { readProcess } from './read-process.ts';

/** `microforge process check <file>` */
export const command = defineCommand({
  name: 'process check',
  summary: 'say whether a process can be executed, and whether it can get stuck',
  usage: 'process check <file|requirements> [--process ID] [--decisions FILE]…',
  example: 'microforge process check examples/order.bpmn',
  positionals: { min: 1, max: 1 },
  options: {
    decisions: decisionsOption,
    process: {
      type: 'string',
      placeholder: 'ID',
      description: 'which process, where there are several',
    },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    const read = await readProcess(argument, context);
    const decisions = read && (await readDecisions(values.decisions, context));
    if (!decisions) return 1;
    const { checkSoundness, deployProcess, formulaMaker } = await loadProcesses();
    const { model, places } = read;
    const processes =
      values.process === undefined
        ? model.processes.filter(({ nodes }) => nodes.length > 0).map(({ id }) => id)
        : [values.process];
    const make = await formulaMaker();
    const reports = (processes.length > 0 ? processes : ['']).map((id) => {
      const deployed = deployProcess(model, make, {
        places,
        decisions,
        ...(id !== '' && { process: id }),
      });
      const sound = checkSoundness(model, { places, ...(id !== '' && { process: id }) });
      const diagnostics = [...deployed.diagnostics, ...sound.diagnostics];
      output.diagnostics(diagnostics, read.textOf);
      return {
        process: id,
        executable: deployed.value !== undefined,
        soundness: sound.verdict,
        states: sound.states,
        findings: diagnostics.map(({ code, message }) => ({ code, message })),
      };
    });
    if (output.mode === 'json') output.document(JSON.stringify(reports));
    else
      for (const { process, executable, soundness, states } of reports) {
        const can = executable ? 'can be executed' : 'cannot be executed';
        output.line(`${process}: ${can}; ${soundness} (${states} states looked at)`);
      }
    return reports.every(({ executable, soundness }) => executable && soundness === 'sound')
      ? 0
      : 1;
  },
});
