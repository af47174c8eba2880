/** The first place where two JSON values differ, in words; undefined when they are equal. */
export function jsonDifference(actual: unknown, expected: unknown, at = ''): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  const place = at === '' ? 'the document' : at;
  if (
    !isContainer(actual) ||
    !isContainer(expected) ||
    Array.isArray(actual) !== Array.isArray(expected)
  ) {
    return `${place} is ${shown(actual)} instead of ${shown(expected)}`;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const where = `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Object.hasOwn(actual, key)) return `${where} is missing`;
    if (!Object.hasOwn(expected, key)) return `${where} is too much`;
    const inner = jsonDifference(actual[key], expected[key], where);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
