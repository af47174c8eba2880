import { printable } from '#diagnostics';
import type { Gate } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** The service's own tests pass, and there are some. */
export const gate: Gate = {
  name: 'tests',
  title: 'own tests',
  order: 40,
  timeoutSeconds: 600,
  async run(context) {
    const { code, stdout, stderr } = await context.tool('tests');
    const counts = context.testCounts(stdout);
    const tail = printable(`${stdout}\n${stderr}`.trim().slice(-500), '\n');
    if (!counts || counts.passed + counts.failed === 0) {
      return gateResult(
        [{ ...gatesDiagnostics.create('no-tests', { output: tail }), clause: 'SP-15.1' }],
        '',
      );
    }
    if (counts.failed === 0 && code === 0) return gateResult([], `${counts.passed} tests`);
    const names = printable(counts.failures.slice(0, 10).join(', ')) || tail;
    const failed = Math.max(counts.failed, 1);
    return gateResult(
      [{ ...gatesDiagnostics.create('tests-failed', { failed, names }), clause: 'SP-15.1' }],
      '',
    );
  },
};
