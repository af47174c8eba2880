import type { TestCounts } from './toolchain.ts';

/** Reads the last line of pytest, `2 failed, 40 passed in 3.21s`, and the tests that failed. */
export function pytestCounts(output: string): TestCounts | undefined {
  const summary = /^(?:=+ )?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s/m.exec(output)?.[1];
  if (summary === undefined) return undefined;
  const count = (what: string) => Number(new RegExp(`(\\d+) ${what}`).exec(summary)?.[1] ?? 0);
  const failures = [...output.matchAll(/^(?:FAILED|ERROR) (.{1,200})/gm)].map(
    ([, name = '']) => name,
  );
  return { passed: count('passed'), failed: count('failed') + count('error'), failures };
}
