import type { Diagnostic } from '#diagnostics';
import { cliDiagnostics } from './cli.diagnostics.ts';

/** What is wrong with the value of `--port`; undefined when nothing is, or when it was not given. */
export function wrongPort(port: string | undefined): Diagnostic | undefined {
  if (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) return undefined;
  return badOption('--port is a number from 0 to 65535');
}

/** What is wrong with the value of `--seed`; undefined when nothing is. */
export function wrongSeed(seed: string): Diagnostic | undefined {
  if (/^\d{1,15}$/.test(seed)) return undefined;
  return badOption('--seed is a whole number');
}

/** What is wrong with the value of `--engine`; undefined when nothing is, or when it was not given. */
export function wrongEngine(engine: string | undefined): Diagnostic | undefined {
  if (engine === undefined || engine === 'schemathesis') return undefined;
  return badOption('--engine knows schemathesis, and nothing else');
}

function badOption(reason: string): Diagnostic {
  return cliDiagnostics.create('bad-option', { reason, suggestion: '' });
}
