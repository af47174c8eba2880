import { resolve } from 'node:path';
import { printable } from '#diagnostics';
import { recover } from '#files';
import { reportTool, verifyService, writeReports } from '#verify';
import { defineCommand } from './command.ts';
import { gateStages } from './gate-stages.ts';
import { noService } from './no-service.ts';
import { allowSkipped, skippedGates } from './skipped-gates.ts';
import { verifyAgainst } from './verify-against.ts';
import { wrongEngine, wrongSeed } from './wrong-option.ts';

/** `microforge verify <dir>` */
export const command = defineCommand({
  name: 'verify',
  summary: 'run all gates on a generated service',
  usage: 'verify <dir> [options]',
  example: 'microforge verify build/team-tasks --gate boot,fuzz',
  positionals: { min: 1, max: 1 },
  options: {
    gate: { type: 'string', placeholder: 'NAME,…', description: 'only these gates (default: all)' },
    engine: {
      type: 'string',
      placeholder: 'NAME',
      description: "a second fuzzer beside our own: schemathesis (needs Python's packages)",
    },
    against: {
      type: 'string',
      placeholder: 'DIR,…',
      description:
        'no gates: the same requests to this service and to those; finds what they answer differently',
    },
    'allow-skipped': allowSkipped,
    seed: {
      type: 'string',
      default: '1',
      placeholder: 'NUMBER',
      description: 'the same seed makes the same requests',
    },
  },
  async run({ args: [directory = ''], values, output, cwd, signal }) {
    const seed = Number(values.seed);
    const wrong = wrongSeed(values.seed) ?? wrongEngine(values.engine);
    if (wrong) {
      output.diagnostics([wrong]);
      return 2;
    }
    const others = values.against?.split(',').map((name) => name.trim());
    if (others) return verifyAgainst({ output, cwd, signal }, directory, others, seed);
    const path = resolve(cwd, directory);
    const recovered = recover(path);
    output.diagnostics(recovered.diagnostics);
    const nothing = recovered.value && noService(path, directory);
    if (nothing) output.diagnostics([nothing]);
    if (!recovered.value || nothing) {
      output.result({ verdict: null });
      return 1;
    }
    const stages = gateStages(output);
    const gates = values.gate?.split(',').map((name) => name.trim());
    const { value, diagnostics } = await verifyService({
      directory: path,
      seed,
      signal,
      onEvent: stages.onEvent,
      ...(gates && { gates }),
      ...(values.engine !== undefined && { extra: [values.engine] }),
    });
    output.diagnostics(diagnostics);
    if (!value) {
      output.result({ verdict: null });
      return diagnostics.some(({ code }) => code === 'verify/unknown-gate') ? 2 : 1;
    }
    // A report of some of the gates must not take the place of one of all.
    if (!gates) writeReports(path, value, reportTool);
    await stages.tellFindings(value);
    const { verdict, missing } = value;
    const skipped = values['allow-skipped'] === true ? [] : skippedGates(value);
    output.diagnostics(skipped);
    const why = missing === undefined ? '' : `: ${printable(missing)}`;
    output.result(
      { verdict, verification: value },
      verdict === 'failed' ? undefined : `\n${verdict}${why}`,
    );
    return verdict === 'failed' || skipped.length > 0 ? 1 : 0;
  },
});
