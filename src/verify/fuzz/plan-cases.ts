import type { Api, ApiOperation } from './api.ts';
import { bodyCases } from './body-cases.ts';
import type { FuzzCase } from './case.ts';
import { parameterCases } from './parameter-cases.ts';
import { methodCases, protocolCases } from './protocol-cases.ts';
import type { Random } from './random.ts';
import type { Validator } from './validator.ts';

/**
 * Chooses at most `budget` cases: from each place in each operation the likeliest ones first, then ever
 * more of all of them, so that a long contract is covered broadly rather than up to its middle.
 */
export function planCases(
  api: Api,
  validator: Validator,
  random: Random,
  budget: number,
): readonly FuzzCase[] {
  const all = [
    ...api.operations.flatMap((operation) =>
      casesOf(api, operation, validator, random.fork(operation.name)),
    ),
    ...methodCases(api.operations),
  ];
  if (all.length <= budget) return spread(all);
  const seen = new Map<string, number>();
  const ranked = all.map((one, index) => {
    const place = `${one.operation.name} ${one.location}`;
    const position = seen.get(place) ?? 0;
    seen.set(place, position + 1);
    return { one, index, rank: position * costOf(one) + random.below(3) };
  });
  const chosen = ranked.toSorted((a, b) => a.rank - b.rank || a.index - b.index).slice(0, budget);
  return spread(chosen.toSorted((a, b) => a.index - b.index).map(({ one }) => one));
}

/** Puts the slow cases evenly between the others: at the end all lanes would wait for them alone. */
function spread(cases: readonly FuzzCase[]): readonly FuzzCase[] {
  const slow = cases.filter(({ operation }) => isSlow(operation));
  const placed = [slow, cases.filter(({ operation }) => !isSlow(operation))].flatMap((part) =>
    part.map((one, index) => ({ one, at: (index + 0.5) / part.length })),
  );
  return placed.toSorted((a, b) => a.at - b.at).map(({ one }) => one);
}

/** Hashing a password takes a hundred times as long as anything else, on purpose. */
function isSlow({ method, path }: ApiOperation): boolean {
  return method === 'POST' && /^\/api\/auth\/(register|login|members)$/.test(path);
}

/**
 * A list has dozens of filters that all work alike: they may take a smaller share. Cases about HTTP itself
 * are few, and what they try to break is worth most.
 */
function costOf({ location, operation, expect }: FuzzCase): number {
  if (isSlow(operation) && expect.kind !== 'refused') return 4;
  if (['body', 'method', 'credentials', 'request'].includes(location)) return 0.1;
  return location.startsWith('query ') && !/^query (limit|sort|cursor|q)$/.test(location) ? 6 : 1;
}

function casesOf(
  api: Api,
  operation: ApiOperation,
  validator: Validator,
  random: Random,
): readonly FuzzCase[] {
  const plain: FuzzCase = {
    operation,
    location: 'request',
    what: 'as the contract describes it',
    expect: { kind: 'accepted' },
    clause: 'SP-13.3',
    ...(operation.body && { body: { kind: 'acceptable' } }),
  };
  return [
    plain,
    ...bodyCases(api, operation, validator, random),
    ...parameterCases(api, operation, validator, random),
    ...protocolCases(operation),
  ];
}
