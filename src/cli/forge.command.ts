import { resolve } from 'node:path';
import { cliDiagnostics } from './cli.diagnostics.ts';
import { defineCommand } from './command.ts';
import { forgeRequirements } from './forge-requirements.ts';
import { forgeZip } from './forge-zip.ts';
import { serve } from './serve.ts';
import { allowSkipped } from './skipped-gates.ts';
import { wrongPort, wrongSeed } from './wrong-option.ts';

/** `microforge forge <requirements>` */
export const command = defineCommand({
  name: 'forge',
  summary: 'turn requirements into a verified service',
  usage: 'forge <requirements> [options]',
  example: 'microforge forge "Manage products with SKU, name and stock" --out products --run',
  positionals: { min: 1, max: 1 },
  options: {
    out: {
      type: 'string',
      placeholder: 'DIR',
      description: 'where the service goes (default: ./<name of the system>)',
    },
    target: {
      type: 'string',
      default: 'typescript',
      placeholder: 'NAME,…',
      description: 'what to generate',
    },
    verify: { type: 'boolean', default: true, description: 'publish without running the gates' },
    'drop-data': {
      type: 'boolean',
      description: 'drop the data of what the requirements no longer name (default: keep it aside)',
    },
    seed: {
      type: 'string',
      default: '1',
      placeholder: 'NUMBER',
      description: 'the same seed makes the same requests',
    },
    'allow-skipped': allowSkipped,
    zip: {
      type: 'boolean',
      description:
        'give a ZIP archive instead of a folder: on stdout, or in the file that --out names',
    },
    run: { type: 'boolean', description: 'start the service afterwards' },
    port: {
      type: 'string',
      placeholder: 'N',
      description: 'with --run: the port; 0 picks a free one',
    },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output, cwd } = context;
    const wrong = wrongSeed(values.seed) ?? wrongPort(values.port);
    if (wrong) {
      output.diagnostics([wrong]);
      return 2;
    }
    if (values.zip === true) {
      if (values.run === true) {
        const reason = '--run needs a folder, --zip leaves none';
        output.diagnostics([cliDiagnostics.create('bad-option', { reason, suggestion: '' })]);
        return 2;
      }
      return forgeZip(
        argument,
        { ...values, seed: Number(values.seed), allowSkipped: values['allow-skipped'] === true },
        context,
      );
    }
    const { exitCode, isPublished, services, tell } = await forgeRequirements(
      argument,
      ({ system }) => ({ outDir: resolve(cwd, values.out ?? system.name), targets: values.target }),
      {
        verify: values.verify,
        dropData: values['drop-data'] === true,
        seed: Number(values.seed),
        allowSkipped: values['allow-skipped'] === true,
      },
      context,
    );
    const [first, second] = services;
    if (values.run === true && isPublished && first && !second) {
      tell('forged');
      return serve({ directory: first.directory, port: values.port, logs: false }, context);
    }
    tell('result');
    return exitCode;
  },
});
