import { accountMutants } from './account-mutants.ts';
import { entityMutants } from './entity-mutants.ts';
import { fieldMutants } from './field-mutants.ts';
import { httpMutants } from './http-mutants.ts';
import type { Mutant } from './mutant.ts';
import { recordMutants } from './record-mutants.ts';

/** All faults, by what they are about. */
export const allMutants: Readonly<Record<string, readonly Mutant[]>> = {
  http: httpMutants,
  records: recordMutants,
  fields: fieldMutants,
  accounts: accountMutants,
  entities: entityMutants,
};
