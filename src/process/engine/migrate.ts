import type { Execution } from './execution.ts';

/** Placeholder until written. */
export function migrate(
  x: Execution,
  version: number,
  nodes: Readonly<Record<string, string>>,
): string | undefined {
  void x;
  void version;
  void nodes;
  return 'not yet';
}
