import { defineCommand } from './command.ts';
import type { CommandContext, ExitCode } from './command.ts';
import { compareFiles } from './compare-contracts.ts';
import { readBlueprintOf } from './read-blueprint.ts';
import { cliDiagnostics } from './cli.diagnostics.ts';

/** `microforge contract <requirements>` and `microforge contract diff <old> <new>` */
export const command = defineCommand({
  name: 'contract',
  summary: 'print the OpenAPI document of requirements, or compare two documents',
  usage: 'contract <requirements> | contract diff <old> <new>',
  example: 'microforge contract "Manage products with SKU, name and stock" --format json',
  positionals: { min: 1, max: 3 },
  options: {
    openapi: {
      type: 'string',
      default: '3.1',
      placeholder: '3.0|3.1',
      description: 'version of OpenAPI',
    },
    format: {
      type: 'string',
      default: 'yaml',
      placeholder: 'yaml|json',
      description: 'notation of the document',
    },
    asyncapi: { type: 'boolean', description: 'the AsyncAPI document of the events instead' },
    service: {
      type: 'string',
      placeholder: 'NAME',
      description: 'which service, where there are several',
    },
  },
  async run(context) {
    const { args, values, output } = context;
    const [first = '', old, next] = args;
    if (first === 'diff' && old !== undefined && next !== undefined)
      return compareFiles(old, next, context);
    const { openapi: version, asyncapi = false, service } = values;
    const format = output.mode === 'json' ? 'json' : values.format;
    const wrong =
      args.length > 1
        ? 'diff takes two documents'
        : !['3.0', '3.1'].includes(version)
          ? '--openapi is 3.0 or 3.1'
          : !['yaml', 'json'].includes(values.format)
            ? '--format is yaml or json'
            : '';
    if (wrong !== '') {
      output.diagnostics([cliDiagnostics.create('bad-option', { reason: wrong, suggestion: '' })]);
      return 2;
    }
    return printContract(first, { version, format, asyncapi, service }, context);
  },
});

interface PrintOptions {
  readonly version: string;
  readonly format: string;
  readonly asyncapi: boolean;
  readonly service: string | undefined;
}

async function printContract(
  requirements: string,
  { version, format, asyncapi, service: name }: PrintOptions,
  context: Pick<CommandContext, 'cwd' | 'stdin' | 'output'>,
): Promise<ExitCode> {
  const read = await readBlueprintOf(requirements, context);
  if (!read) return 1;
  const { services } = read.blueprint.system;
  const service = services.find((candidate) => name === undefined || candidate.name === name);
  if (!service) {
    const known = services.map((candidate) => candidate.name).join(', ');
    context.output.diagnostics([
      cliDiagnostics.create('unknown-service', { name: name ?? '', known }),
    ]);
    return 2;
  }
  const { createContract, documentText, openApi30 } = await import('#contract');
  const { openapi, asyncapi: events } = createContract({ blueprint: read.blueprint, service });
  // A document that was given is not rewritten: every word of it is its author's.
  const older = version === '3.0' && !service.document;
  const document = asyncapi ? events : older ? openApi30(openapi) : openapi;
  context.output.document(documentText(document, format === 'json' ? 'json' : 'yaml'));
  return 0;
}
