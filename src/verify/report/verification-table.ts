import { printable } from '#diagnostics';
import type { Finding, GateResult } from '../gate.ts';
import type { GateReport, Verification } from '../verification.ts';

/** How the table is written. */
export interface TableOptions {
  /** Durations and what was measured; without them the text is the same for the same service and seed. */
  readonly measured: boolean;
  /** At most so many findings of each gate; all when not given. */
  readonly findings?: number;
}

const MARKS: Readonly<Record<GateResult['verdict'], string>> = {
  passed: '✔',
  failed: '✖',
  skipped: '–',
};

/** The verification for people: a line per gate, its findings below it, the verdict last. */
export function verificationTable(verification: Verification, options: TableOptions): string {
  const { gates, service, target, verdict, missing } = verification;
  const width = Math.max(0, ...gates.map(({ title }) => title.length));
  const lines = gates.flatMap((gate) => [
    gateLine(gate, width, options),
    ...findingLines(gate.findings, options.findings ?? Infinity),
  ]);
  const why = missing === undefined ? '' : `: ${printable(missing)}`;
  return `${[...lines, '', `${service} (${target}): ${verdict}${why}`].join('\n')}\n`;
}

function gateLine(gate: GateReport, width: number, { measured }: TableOptions): string {
  const { title, verdict, summary, reason, durationMs } = gate;
  const what = verdict === 'skipped' ? `skipped: ${reason}` : summary;
  const figures = Object.entries(gate.measured ?? {}).map(([name, value]) => `${name} ${value}`);
  const time = measured ? [...figures, `${(durationMs / 1000).toFixed(1)} s`].join(', ') : '';
  return [MARKS[verdict], title.padEnd(width), printable(what), time]
    .filter((part) => part !== '')
    .join('  ')
    .trimEnd();
}

function findingLines(findings: readonly Finding[], most: number): readonly string[] {
  const lines = findings
    .slice(0, most)
    .flatMap(({ code, message, clause, help, curl }) => [
      `    ${code}${clause === undefined ? '' : ` (${clause})`}: ${indented(message)}`,
      `      help: ${indented(help)}`,
      ...(curl === undefined ? [] : [`      ${indented(curl)}`]),
    ]);
  return findings.length > most ? [...lines, `    … and ${findings.length - most} more`] : lines;
}

/** What a service answered may hold anything. */
function indented(text: string): string {
  return printable(text, '\n').replaceAll('\n', '\n      ');
}
