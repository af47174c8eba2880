import { canonicalJson } from '#blueprint';
import { defineCommand } from './command.ts';
import { readBlueprintOf } from './read-blueprint.ts';

/** `microforge blueprint <requirements>` */
export const command = defineCommand({
  name: 'blueprint',
  summary: 'print the typed model of requirements as canonical JSON',
  usage: 'blueprint <requirements>',
  example: 'microforge blueprint "Manage products with SKU, name and stock"',
  positionals: { min: 1, max: 1 },
  options: {},
  async run({ args: [argument = ''], ...context }) {
    const read = await readBlueprintOf(argument, context);
    if (!read) return 1;
    context.output.document(canonicalJson(read.blueprint));
    return 0;
  },
});
