import { loadDecisions } from '#rules';
import type { DecisionModel, Value } from '#rules';
import type { Expected, TestCase } from './test-cases.ts';

const { callFunction, environment, equalValues, evaluateNamed, show, Unknown } =
  await loadDecisions();
const NOW = Date.parse('2026-01-15T12:00:00Z');

/** What is wrong with the results of a test case; undefined if all are as expected. */
export function runTestCase(
  read: { readonly model: DecisionModel; readonly problems: ReadonlyMap<string, string> },
  { inputs, results, invocable }: TestCase,
): string | undefined {
  const given = new Map(inputs.map(([name, value]) => [name, toValue(value)]));
  const env = environment({
    now: NOW,
    variable: (name) => given.get(name) ?? new Unknown('missing', name),
  });
  for (const { name, expected, isError } of results) {
    const problem = read.problems.get(invocable ?? name);
    if (problem !== undefined) {
      if (isError) continue;
      return `${name} cannot be read: ${problem}`;
    }
    const whole = evaluateNamed(read.model, env, invocable ?? name);
    const isPart = invocable !== undefined && invocable !== name && whole instanceof Map;
    const value = isPart ? (whole.get(name) ?? whole) : whole;
    const wanted = toValue(expected);
    if (isAsExpected(value, wanted)) continue;
    const reason = value instanceof Unknown ? ` (${value.about})` : '';
    return `${name} is ${show(value, true)}${reason} instead of ${show(wanted, true)}`;
  }
  return undefined;
}

/** Numbers as exact as the suite writes them: some of its results are rounded. */
function isAsExpected(value: Value, wanted: Value): boolean {
  if (Array.isArray(value) && Array.isArray(wanted)) {
    const items = wanted as readonly Value[];
    return (
      value.length === items.length &&
      value.every((one: Value, at) => isAsExpected(one, items[at] ?? new Unknown('missing')))
    );
  }
  if (value instanceof Map && wanted instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, Value>)];
    return (
      value.size === wanted.size &&
      entries.every(([name, one]) => isAsExpected(one, wanted.get(name) ?? new Unknown('missing')))
    );
  }
  const [a, b] = [value, wanted].map((one) =>
    typeof one === 'object' && 'units' in one ? Number(show(one)) : one,
  );
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(b));
  return equalValues(value, wanted) === true;
}

function toValue(expected: Expected): Value {
  switch (expected.kind) {
    case 'nothing':
      return new Unknown('null');
    case 'list':
      return expected.items.map(toValue);
    case 'context':
      return new Map(expected.entries.map(([name, value]) => [name, toValue(value)]));
    case 'text':
      return typed(expected.type, expected.text);
  }
}

function typed(type: string, text: string): Value {
  switch (type) {
    case 'boolean':
      return text.trim() === 'true';
    case 'decimal':
    case 'double':
    case 'integer':
    case 'float':
    case 'int':
    case 'long':
      return callFunction('number', [text.trim()]);
    case 'date':
      return callFunction('date', [text.trim()]);
    case 'dateTime':
      return callFunction('date and time', [text.trim()]);
    case 'time':
      return callFunction('time', [text.trim()]);
    case 'duration':
      return callFunction('duration', [text.trim()]);
    default:
      return text;
  }
}
