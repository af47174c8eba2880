import type { HttpResponse } from '../http/exchange.ts';
import { isReset } from '../http/http-client.ts';
import { type Api, responseFor } from './api.ts';
import type { FuzzCase } from './case.ts';
import { fuzzDiagnostics } from './fuzz.diagnostics.ts';
import { documentProblems } from './judge-document.ts';
import { namesBlame, refusesForMeaning, whyRefused } from './judge-problem.ts';
import { keptProblem } from './judge-kept.ts';
import type { Performed } from './perform.ts';
import type { Validator } from './validator.ts';
import type { Finding } from '../gate.ts';

/** What answers are judged by. */
export interface Judge {
  readonly api: Api;
  readonly validator: Validator;
  /** True while the process runs. */
  readonly alive: () => boolean;
}

/** Everything that is wrong with what came of a case: at most one finding per code. */
export function judge(by: Judge, one: FuzzCase, performed: Performed): readonly Finding[] {
  const { name: operation } = one.operation;
  const { location, what, clause } = one;
  const { response, error } = performed.exchange;
  if (response === undefined) {
    // Too long a body may be refused by closing the connection: the answer is not sure to arrive.
    const mayClose = one.expect.kind === 'refused' && one.expect.statuses.includes(413);
    if (mayClose && isReset(error)) return [];
    return [
      {
        ...fuzzDiagnostics.create('no-answer', { operation, location, what, reason: error }),
        clause: 'SP-2.5',
      },
    ];
  }
  const { status } = response;
  if (status >= 500) {
    return [
      { ...fuzzDiagnostics.create('server-error', { operation, location, what, status }), clause },
    ];
  }
  const expected = expectationProblem(one, response);
  // A method that a path lacks has no place in the contract.
  const documented = one.method === undefined ? responseFor(one.operation, status) : undefined;
  if (!documented) {
    if (expected) return [expected];
    if (one.method !== undefined) return [];
    return [
      {
        ...fuzzDiagnostics.create('undocumented-status', { operation, location, what, status }),
        clause: 'SP-13.3',
      },
    ];
  }
  const kept = keptProblem(by.api, one, response);
  return [
    ...(expected ? [expected] : []),
    ...documentProblems(by, one.operation, documented, response, performed.request),
    ...(kept ? [kept] : []),
  ];
}

function expectationProblem(one: FuzzCase, response: HttpResponse): Finding | undefined {
  const { expect, location, what, clause } = one;
  const { name: operation } = one.operation;
  const { status } = response;
  if (expect.kind === 'answered') return undefined;
  if (expect.kind === 'accepted') {
    if (status < 300 || refusesForMeaning(one.operation, response)) return undefined;
    const why = whyRefused(response);
    return {
      ...fuzzDiagnostics.create('valid-refused', { operation, location, what, status, why }),
      clause,
    };
  }
  if (!expect.statuses.includes(status)) {
    const wanted = expect.statuses.join(' or ');
    return {
      ...fuzzDiagnostics.create('invalid-accepted', { operation, location, what, status, wanted }),
      clause,
    };
  }
  if (status === 405 && response.headers['allow'] === undefined) {
    const problem = 'is missing';
    return {
      ...fuzzDiagnostics.create('header-wrong', { operation, status, header: 'allow', problem }),
      clause: 'SP-2.7',
    };
  }
  if (!expect.blame || namesBlame(response, expect.blame)) return undefined;
  const missing =
    'pointer' in expect.blame
      ? `the pointer '${expect.blame.pointer}'`
      : `the parameter '${expect.blame.parameter}'`;
  return {
    ...fuzzDiagnostics.create('fault-not-named', { operation, location, what, status, missing }),
    clause: 'SP-2.1',
  };
}
