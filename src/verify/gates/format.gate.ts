import { printable } from '#diagnostics';
import type { Gate } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';
import { namedFiles } from './named-files.ts';

/** The target's own formatter has nothing to change in what we wrote; how you lay out your edits is up to you. */
export const gate: Gate = {
  name: 'format',
  title: 'format',
  order: 20,
  timeoutSeconds: 60,
  async run(context) {
    const { code, stdout, stderr } = await context.tool('format');
    if (code === 0) return gateResult([], 'formatted');
    const said = `${stdout}\n${stderr}`.trim();
    const output = printable(said.slice(0, 2000), '\n');
    // Every formatter names the files that it would change.
    const { untouched, edited } = namedFiles(context.directory, said);
    if (untouched.length === 0 && edited.length > 0) {
      const finding = gatesDiagnostics.create('edit-not-formatted', { output });
      return gateResult([finding], 'formatted, but for your edits');
    }
    return gateResult([gatesDiagnostics.create('not-formatted', { output })], '');
  },
};
