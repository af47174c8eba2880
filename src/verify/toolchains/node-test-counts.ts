import type { TestCounts } from './toolchain.ts';

/** Reads the TAP of `node --test --test-reporter=tap`: its summary and the tests that failed. */
export function nodeTestCounts(output: string): TestCounts | undefined {
  const count = (what: string) => {
    const match = new RegExp(String.raw`^# ${what} (\d+)$`, 'm').exec(output);
    return match ? Number(match[1]) : undefined;
  };
  const passed = count('pass');
  const failed = count('fail');
  if (passed === undefined || failed === undefined) return undefined;
  // A suite fails with its tests: the innermost lines come first and say more.
  const failures = [...output.matchAll(/^ *not ok \d+ - (.{1,200})/gm)].map(
    (match) => match[1] ?? '',
  );
  return { passed, failed: failed + (count('cancelled') ?? 0), failures };
}
