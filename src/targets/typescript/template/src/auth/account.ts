/** An account as answers show it. */
export interface Account {
  readonly id: string;
  readonly email: string;
  /** Sorted. */
  readonly roles: readonly string[];
  readonly tenantId: string;
}

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly roles: string;
  readonly tenant_id: string;
}

export function accountOf({ id, email, roles, tenant_id }: AccountRow): Account {
  return { id, email, roles: JSON.parse(roles) as string[], tenantId: tenant_id };
}
