import type { Service } from '#blueprint';
import { createHttpClient } from '../../http/http-client.ts';
import { curlOf } from '../curl.ts';
import { Findings } from '../findings.ts';
import type { FuzzOptions } from '../fuzz-options.ts';
import type { FuzzReport } from '../fuzz-service.ts';
import { fuzzDiagnostics } from '../fuzz.diagnostics.ts';
import { fuzzRaw } from '../raw-requests.ts';
import { createRandom } from '../random.ts';
import { givenCases } from './given-cases.ts';
import type { GivenCase } from './given-cases.ts';
import { givenOperations } from './given-operations.ts';
import type { GivenOperation } from './given-operations.ts';
import { GivenSchemas } from './given-schemas.ts';
import { keptSequence } from './kept-sequence.ts';
import { judgeGiven } from './judge-given.ts';

const LANES = 8;

/**
 * Fuzzes a service whose contract was given: each operation with what the contract allows, and with what it
 * does not. An operation that nobody has written yet must check its requests all the same.
 */
export async function fuzzGiven(
  service: Service,
  options: Pick<FuzzOptions, 'url' | 'seed' | 'budget' | 'signal' | 'alive' | 'progress'>,
): Promise<FuzzReport & { readonly untried: number }> {
  const { document = {} } = service;
  const operations = givenOperations(service);
  const schemas = new GivenSchemas(document);
  const random = createRandom(options.seed);
  const client = createHttpClient({ url: options.url, signal: options.signal, connections: LANES });
  const findings = new Findings();
  let cases = 0;
  let untried = 0;
  const waiting = [...operations.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      options.signal.throwIfAborted();
      if (!options.alive() || cases >= options.budget) return;
      const [index, operation] = next;
      if (index % 50 === 0) options.progress(`${index}/${operations.length} operations`);
      const planned = givenCases(document, operation, schemas, random.fork(operation.name));
      if (planned.length === 0) untried += 1;
      for (const one of [...planned, ...protocolCases(operation, operations)]) {
        const exchange = await client.send(one.request);
        cases += 1;
        const tried = { operation, location: one.location, what: one.what };
        const finding = options.alive()
          ? judgeGiven(document, one, exchange, schemas)
          : {
              ...fuzzDiagnostics.create('process-died', { ...tried, operation: operation.name }),
              clause: 'SP-2.5',
            };
        if (finding && findings.isNew(finding, tried))
          findings.add([{ ...finding, curl: curlOf(one.request, new Map()) }]);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, lane));
    options.signal.throwIfAborted();
    for (const { name } of service.collections ?? []) {
      if (!options.alive()) break;
      findings.add(
        await keptSequence({ document, operations, collection: name, schemas, random, client }),
      );
    }
    const raw = options.alive()
      ? await fuzzRaw(options.url, '/health/live', options.alive)
      : { findings: [], requests: 0 };
    findings.add(raw.findings);
    return {
      findings: findings.all,
      leftOut: findings.leftOut,
      cases: cases + raw.requests,
      operations: operations.length,
      untried,
    };
  } finally {
    client.close();
  }
}

/** A method that the path does not have. */
function protocolCases(
  operation: GivenOperation,
  all: readonly GivenOperation[],
): readonly GivenCase[] {
  const methods = new Set(
    all.filter(({ path }) => path === operation.path).map(({ method }) => method),
  );
  const method = ['PUT', 'PATCH', 'DELETE', 'POST'].find((name) => !methods.has(name));
  if (method === undefined || operation.path.includes('{')) return [];
  const request = { method, target: operation.path, headers: {} };
  return [{ operation, location: 'method', what: `the method ${method}`, request, expect: [405] }];
}
