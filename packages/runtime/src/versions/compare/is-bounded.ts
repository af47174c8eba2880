const DEEPEST = 64;
const MOST_VALUES = 100_000;

/** Whether a JSON value is small and flat enough to be walked through; itself it needs no stack. */
export function isBounded(value: unknown): boolean {
  let left = MOST_VALUES;
  let level: unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    left -= level.length;
    if (left < 0) return false;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}
