/** Somebody who sends requests. */
export interface Caller {
  /** As findings call him: `owner`, `other owner`, `mechanic`. */
  readonly name: string;
  /** Absent: nobody, or anybody in a public service. */
  readonly token?: string;
  readonly email: string;
  readonly password: string;
  readonly accountId: string;
  readonly tenantId: string;
  /** The names of his roles, with `owner`. */
  readonly roles: readonly string[];
  /** The owner of his tenant; absent when it is himself. */
  readonly boss?: Caller;
}

/** Somebody without an account. */
export const nobody: Caller = {
  name: 'nobody',
  email: '',
  password: '',
  accountId: '',
  tenantId: '',
  roles: [],
};

/** The owner of a caller's tenant. */
export function ownerOf(caller: Caller): Caller {
  return caller.boss ?? caller;
}
