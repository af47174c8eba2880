import { loadProcesses } from '#process';
import { defineCommand } from './command.ts';
import { readProcess } from './read-process.ts';

/** `microforge process draw <file>` */
export const command = defineCommand({
  name: 'process draw',
  summary: 'draw a process as SVG, as it is laid out or anew',
  usage: 'process draw <file|requirements> [--anew]',
  example: 'microforge process draw examples/order.bpmn > order.svg',
  positionals: { min: 1, max: 1 },
  options: {
    anew: { type: 'boolean', description: 'lay it out again, whatever the document says' },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const read = await readProcess(argument, context);
    if (!read) return 1;
    const { drawSvg, layoutModel } = await loadProcesses();
    const { model } = read;
    const laidOut = values.anew ? { ...model, diagram: layoutModel(model) } : model;
    const { output } = context;
    const svg = drawSvg(laidOut);
    output.document(output.mode === 'json' ? JSON.stringify({ svg }) : svg);
    return 0;
  },
});
