import { canonicalJson } from '#blueprint';
import { readRequirements } from '#intake';
import { defineCommand } from './command.ts';
import { loadRequirements } from './requirements.ts';

/** `microforge blueprint <requirements>` */
export const command = defineCommand({
  name: 'blueprint',
  summary: 'print the typed model of requirements as canonical JSON',
  usage: 'blueprint <requirements>',
  example: 'microforge blueprint "Manage products with SKU, name and stock"',
  positionals: { min: 1, max: 1 },
  options: {},
  async run({ args: [argument = ''], output, cwd, stdin }) {
    const loaded = await loadRequirements(argument, { cwd, stdin });
    output.diagnostics(loaded.diagnostics);
    if (!loaded.value) return 1;
    const read = readRequirements(loaded.value);
    output.diagnostics(read.diagnostics, () => loaded.value?.text);
    if (!read.value) return 1;
    output.document(canonicalJson(read.value));
    return 0;
  },
});
