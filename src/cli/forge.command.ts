import { resolve } from 'node:path';
import { forge } from '#forge';
import { defineCommand } from './command.ts';
import { forgeReport } from './forge-report.ts';
import { forgeStages } from './forge-stages.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { serve } from './serve.ts';
import { wrongPort, wrongSeed } from './wrong-number.ts';

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
    seed: {
      type: 'string',
      default: '1',
      placeholder: 'NUMBER',
      description: 'the same seed makes the same requests',
    },
    run: { type: 'boolean', description: 'start the service afterwards' },
    port: {
      type: 'string',
      placeholder: 'N',
      description: 'with --run: the port; 0 picks a free one',
    },
  },
  async run({ args: [argument = ''], values, ...context }) {
    const { output, cwd, signal } = context;
    const seed = Number(values.seed);
    const wrong = wrongSeed(values.seed) ?? wrongPort(values.port);
    if (wrong) {
      output.diagnostics([wrong]);
      return 2;
    }
    const stages = forgeStages(output);
    const read = await readBlueprintOf(argument, context);
    if (!read) {
      stages.refused();
      output.result({ services: [] });
      return 1;
    }
    stages.understood(read);
    const outDir = resolve(cwd, values.out ?? read.blueprint.system.name);
    const forged = await forge(
      {
        blueprint: read.blueprint,
        outDir,
        targets: values.target,
        verify: values.verify,
        seed,
        signal,
      },
      stages.onEvent,
    );
    output.diagnostics(forged.diagnostics);
    if (forged.services.length === 0) {
      output.result({ services: [] });
      return forged.diagnostics.some(({ code }) => code === 'forge/unknown-target') ? 2 : 1;
    }
    for (const { verification, diagnostics } of forged.services) {
      if (verification) await stages.tellFindings(verification);
      output.diagnostics(diagnostics);
    }
    const report = forgeReport(argument, read, forged.services, output.style);
    const refused = forged.services.some((service) => service.outcome === 'refused');
    const [first, second] = forged.services;
    const serving = values.run === true && !refused && first !== undefined && second === undefined;
    const summary = {
      services: forged.services.map(
        ({ service, target, directory, files, outcome, verification }) => ({
          service,
          target,
          directory,
          files,
          outcome,
          verification,
        }),
      ),
      questions: read.blueprint.system.questions.length,
    };
    if (serving) {
      output.event('forged', summary);
      output.line(report);
      return serve({ directory: first.directory, port: values.port, logs: false }, context);
    }
    output.result(summary, report);
    return refused ? 1 : 0;
  },
});
