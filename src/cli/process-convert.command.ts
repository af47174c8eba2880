import { loadProcesses } from '#process';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { defineCommand } from './command.ts';
import { readProcess } from './read-process.ts';

/** `microforge process convert <file>` */
export const command = defineCommand({
  name: 'process convert',
  summary: 'turn a process from BPMN into JSON or back, without loss',
  usage: 'process convert <file|requirements> [--to json|bpmn] [--bare]',
  example: 'microforge process convert examples/order.bpmn',
  positionals: { min: 1, max: 1 },
  options: {
    to: {
      type: 'string',
      placeholder: 'json|bpmn',
      description: 'what to write (default: the other form)',
    },
    bare: {
      type: 'boolean',
      description: 'leave out drawing and all that only the original document needs',
    },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output } = context;
    if (values.to !== undefined && values.to !== 'json' && values.to !== 'bpmn') {
      const given = { reason: '--to is json or bpmn', suggestion: '' };
      output.diagnostics([cliDiagnostics.create('bad-option', given)]);
      return 2;
    }
    const read = await readProcess(argument, context);
    if (!read) return 1;
    const { writeBpmn, writeJson } = await loadProcesses();
    const { bpmn: _sideCar, diagram: _drawing, ...core } = read.model;
    const model = values.bare ? core : read.model;
    const to =
      output.mode === 'json' ? 'json' : (values.to ?? (read.form === 'bpmn' ? 'json' : 'bpmn'));
    if (to === 'json') {
      output.document(writeJson(model).trimEnd());
      return 0;
    }
    const { value, diagnostics } = writeBpmn(model);
    output.diagnostics(diagnostics);
    if (value === undefined) return 1;
    output.document(value);
    return 0;
  },
});
