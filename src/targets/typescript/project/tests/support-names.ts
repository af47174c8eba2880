import type { Imports } from '../../emit/imports.ts';

const values = {
  assert: { module: 'node:assert', name: 'strict as assert' },
  test: { module: 'node:test', name: 'test' },
  Client: { module: '../support/client.ts', name: 'Client' },
  assertConforms: { module: '../support/contract.ts', name: 'assertConforms' },
  assertHolds: { module: '../support/assertions.ts', name: 'assertHolds' },
  assertProblem: { module: '../support/assertions.ts', name: 'assertProblem' },
  assertRefused: { module: '../support/assertions.ts', name: 'assertRefused' },
  assertRule: { module: '../support/assertions.ts', name: 'assertRule' },
  assertTaken: { module: '../support/assertions.ts', name: 'assertTaken' },
  join: { module: '../support/accounts.ts', name: 'join' },
  ownClient: { module: '../support/client.ts', name: 'ownClient' },
  setClock: { module: '../support/service.ts', name: 'setClock' },
  register: { module: '../support/accounts.ts', name: 'register' },
};

const types = {
  Member: { module: '../support/accounts.ts', name: 'Member' },
  Refused: { module: '../support/assertions.ts', name: 'Refused' },
  Saved: { module: '../support/client.ts', name: 'Saved' },
  Values: { module: '../support/client.ts', name: 'Values' },
};

/** What generated tests import from Node and from the support of the tests. */
export type SupportName = keyof typeof values | keyof typeof types;

/** Imports names, and answers the last. */
export function useSupport(imports: Imports, ...names: readonly SupportName[]): string {
  for (const name of names) {
    const value = values[name as keyof typeof values];
    const type = types[name as keyof typeof types];
    if (value) imports.value(value.module, value.name);
    else imports.type(type.module, type.name);
  }
  return names.at(-1) ?? '';
}
