import { printable } from '#diagnostics';
import type { Gate } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** The target's own formatter has nothing to change. */
export const gate: Gate = {
  name: 'format',
  title: 'format',
  order: 20,
  timeoutSeconds: 60,
  async run(context) {
    const { code, stdout, stderr } = await context.tool('format');
    if (code === 0) return gateResult([], 'formatted');
    const output = printable(`${stdout}\n${stderr}`.trim().slice(0, 2000), '\n');
    return gateResult([gatesDiagnostics.create('not-formatted', { output })], '');
  },
};
