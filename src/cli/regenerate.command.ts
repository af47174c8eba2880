import { resolve } from 'node:path';
import { identityThere } from '#forge';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { defineCommand } from './command.ts';
import { forgeRequirements } from './forge-requirements.ts';
import { allowSkipped } from './skipped-gates.ts';
import { wrongSeed } from './wrong-option.ts';

/** `microforge regenerate <dir> <requirements>`: `forge` into a folder that says itself what it holds. */
export const command = defineCommand({
  name: 'regenerate',
  summary: 'bring a service up to changed requirements; your edits and its data stay',
  usage: 'regenerate <dir> <requirements> [options]',
  example: 'microforge regenerate build/team-tasks prd.md',
  positionals: { min: 2, max: 2 },
  options: {
    verify: { type: 'boolean', default: true, description: 'publish without running the gates' },
    'drop-data': {
      type: 'boolean',
      description: 'drop the data of what the requirements no longer name (default: keep it aside)',
    },
    'allow-skipped': allowSkipped,
    seed: {
      type: 'string',
      default: '1',
      placeholder: 'NUMBER',
      description: 'the same seed makes the same requests',
    },
  },
  async run({ args: [directory = '', argument = ''], values, ...context }) {
    const { output, cwd } = context;
    const wrong = wrongSeed(values.seed);
    if (wrong) {
      output.diagnostics([wrong]);
      return 2;
    }
    const outDir = resolve(cwd, directory);
    const { service, target } = identityThere(outDir);
    if (service === undefined || target === undefined) {
      output.diagnostics([cliDiagnostics.create('no-service', { path: directory })]);
      output.result({ services: [] });
      return 1;
    }
    const { exitCode, tell } = await forgeRequirements(
      argument,
      ({ system }) => {
        // Of a system of one service, that one: under another name it is refused with a reason.
        const only = system.services.length === 1 ? system.services[0]?.name : undefined;
        return { outDir, targets: target, service: only ?? service };
      },
      {
        verify: values.verify,
        dropData: values['drop-data'] === true,
        seed: Number(values.seed),
        allowSkipped: values['allow-skipped'] === true,
      },
      context,
    );
    tell('result');
    return exitCode;
  },
});
