import { posix } from 'node:path';

/** What breaks the rules for files, one line each, given path → text: names, sizes, default exports, hooks. */
export function fileViolations(files: ReadonlyMap<string, string>): string[] {
  const violations: string[] = [];
  const sizes: number[] = [];
  for (const [path, text] of files) {
    const name = posix.basename(path);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.ts$/.test(name))
      violations.push(`${path}: the name is not kebab-case`);
    if (
      /^(src|packages)\//.test(path) &&
      /^export default\b|^export \{[^}]*\bas default\b/m.test(text)
    ) {
      violations.push(`${path}: default export; name it`);
    }
    // All fast tests share one process, where such a hook would run around each of a thousand tests.
    if (name.endsWith('.test.ts') && /^(?:before|after)Each\(/m.test(text)) {
      violations.push(`${path}: a hook around every test of the process; put it into a describe`);
    }
    if (name.endsWith('.gen.ts')) continue;
    const lines = text.split('\n').length - 1;
    sizes.push(lines);
    if (lines > 400) violations.push(`${path}: ${lines} lines; the limit is 400`);
  }
  return [...violations, ...sizeViolations(sizes)];
}

function sizeViolations(sizes: number[]): string[] {
  if (sizes.length === 0) return [];
  const sorted = sizes.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return [
    ...(at(0.5) > 80 ? [`all files: the median is ${at(0.5)} lines; the limit is 80`] : []),
    ...(at(0.9) > 200 ? [`all files: 90 % have up to ${at(0.9)} lines; the limit is 200`] : []),
  ];
}
