import type { TestCounts } from './toolchain.ts';

/** Reads what `cargo test` says of each test program, and the names of the tests that failed. */
export function cargoTestCounts(output: string): TestCounts | undefined {
  const programs = [...output.matchAll(/^test result: \S+\. (\d+) passed; (\d+) failed;/gm)];
  if (programs.length === 0) return undefined;
  const sum = (group: number) => programs.reduce((all, match) => all + Number(match[group]), 0);
  const failures = [...output.matchAll(/^---- (.{1,200}) stdout ----$/gm)].map(
    ([, name = '']) => name,
  );
  return { passed: sum(1), failed: sum(2), failures };
}
