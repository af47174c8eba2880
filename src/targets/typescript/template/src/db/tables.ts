import type { Generated } from 'kysely';

/** The service's own tables: names that begin with `_` can't be those of a resource. */
export interface ServiceTables {
  _account: {
    id: string;
    tenant_id: string;
    email: string;
    password_hash: string;
    /** A JSON list of role names. */
    roles: string;
    created_at: string;
  };
  _session: { id: string; account_id: string; expires_at: string };
  _login_failure: { id: string; email: string; failed_at: string };
  _idempotency: {
    scope: string;
    key: string;
    fingerprint: string;
    /** The answer as JSON; null while the first request is under way. */
    answer: string | null;
    created_at: string;
  };
  _event: {
    sequence: Generated<number>;
    /** PostgreSQL only: the transaction that wrote it. */
    transaction_id: Generated<string>;
    id: string;
    tenant_id: string;
    type: string;
    subject: string;
    time: string;
    /** The record as JSON. */
    data: string;
  };
  _setting: { name: string; value: string };
}

/** The tables of the resources, with columns known at run time only. */
export interface RecordTables {
  [table: string]: Record<string, unknown>;
}
