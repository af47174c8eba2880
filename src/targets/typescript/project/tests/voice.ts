import type { Service } from '#blueprint';
import type { Imports } from '../../emit/imports.ts';
import { useSupport } from './support-names.ts';

/** Who sends the requests of a test: the owner of a tenant or, in a public service, anybody. */
export interface Voice {
  readonly name: 'owner' | 'client';
  /** Imports the type of the parameter that the owner is passed by. */
  type(imports: Imports): string;
  /** A statement that gives a new one; "alone" where nobody else may have records of a kind. */
  start(imports: Imports, alone: boolean): string;
}

export function voiceOf({ access }: Service): Voice {
  return access === 'accounts' ? owner : client;
}

const owner: Voice = {
  name: 'owner',
  type: (imports) => useSupport(imports, 'Member'),
  start: (imports) => `const owner = await ${useSupport(imports, 'register')}();`,
};

const client: Voice = {
  name: 'client',
  type: (imports) => useSupport(imports, 'Client'),
  start: (imports, alone) =>
    alone
      ? `const client = await ${useSupport(imports, 'ownClient')}();`
      : `const client = new ${useSupport(imports, 'Client')}();`,
};
