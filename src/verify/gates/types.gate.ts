import { printable } from '#diagnostics';
import type { Finding, Gate } from '../gate.ts';
import { gateResult } from '../gate-result.ts';
import { gatesDiagnostics } from './gates.diagnostics.ts';

/** At most so many type errors are reported: the first ones cause the rest. */
const MOST = 20;

/** The target's own compiler, as strict as it can be, has nothing to say. */
export const gate: Gate = {
  name: 'types',
  title: 'types',
  order: 30,
  // The first service of a language may be checked with all that it is made of: a minute of two cores, and they are busy.
  timeoutSeconds: 600,
  async run(context) {
    const { code, stdout, stderr } = await context.tool('types');
    if (code === 0) return gateResult([], 'strict');
    const output = `${stdout}\n${stderr}`.trim();
    const errors = output.split('\n').filter((line) => /(^|: )error\b/.test(line));
    const lines =
      errors.length > 0 ? errors : [output.slice(-500) || `the compiler ended with ${code}`];
    return gateResult(lines.slice(0, MOST).map(typeError), '');
  },
};

/** `src/main.ts(3,7): error TS2322: …` knows its place. */
function typeError(line: string): Finding {
  const finding = gatesDiagnostics.create('type-error', { problem: printable(line.slice(0, 500)) });
  const [, document, row, column] = /^([^(]+)\((\d+),(\d+)\)/.exec(line) ?? [];
  if (document === undefined) return finding;
  const [at, from] = [Number(row), Number(column)];
  return {
    ...finding,
    source: { document, line: at, column: from, endLine: at, endColumn: from + 1 },
  };
}
