import { accountMutants } from './account-mutants.ts';
import { entityMutants } from './entity-mutants.ts';
import { fieldMutants } from './field-mutants.ts';
import { httpMutants } from './http-mutants.ts';
import type { Mutant } from './mutant.ts';
import { pythonMutants } from './python-mutants.ts';
import { recordMutants } from './record-mutants.ts';
import { rustMutants } from './rust-mutants.ts';

/** All faults, by target and by what they are about. */
export const allMutants: Readonly<Record<string, Readonly<Record<string, readonly Mutant[]>>>> = {
  typescript: {
    http: httpMutants,
    records: recordMutants,
    fields: fieldMutants,
    accounts: accountMutants,
    entities: entityMutants,
  },
  python: pythonMutants,
  rust: rustMutants,
};
