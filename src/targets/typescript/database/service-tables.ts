import type { Dialect } from '../../shared/migrations/sql/storage.ts';

/** The tables that every service needs for itself, as statements; `keeps`: those of custom operations, too. */
export function serviceTables(dialect: Dialect, keeps = false): readonly string[] {
  const end = tableEnd(dialect);
  const sequence =
    dialect === 'sqlite'
      ? ['  sequence integer primary key autoincrement,']
      : [
          '  sequence bigint generated always as identity primary key,',
          '  -- What is still being written is known by the transaction that writes it.',
          '  transaction_id xid8 not null default pg_current_xact_id(),',
        ];
  const order = dialect === 'sqlite' ? 'sequence' : 'transaction_id, sequence';
  return [
    `create table _setting (
  name text primary key,
  value text not null
${end}`,
    ...(keeps ? recordTable(dialect, end) : []),
    `create table _idempotency (
  scope text not null,
  key text not null,
  fingerprint text not null,
  answer text,
  created_at text not null,
  primary key (scope, key)
${end}`,
    'create index _idempotency_created_at_idx on _idempotency (created_at);',
    `create table _event (
${sequence.join('\n')}
  id text not null,
  tenant_id text not null,
  type text not null,
  subject text not null,
  time text not null,
  data text not null
${end}`,
    `create index _event_tenant_id_idx on _event (tenant_id, ${order});`,
    // What is posted is read in this order, whosever it is; on SQLite it is that of the table.
    ...(dialect === 'postgres'
      ? ['create index _event_order_idx on _event (transaction_id, sequence);']
      : []),
  ];
}

/** What a contract that was given lets callers keep, in the shape that it says. */
function recordTable(dialect: Dialect, end: string): readonly string[] {
  const sequence =
    dialect === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key';
  return [
    `create table _record (
  sequence ${sequence},
  collection text not null,
  key text not null,
  record text not null,
  unique (collection, key)
${end}`,
    'create index _record_collection_idx on _record (collection, sequence);',
  ];
}

/** The tables of accounts and their sessions, as statements. */
export function accountTables(dialect: Dialect): readonly string[] {
  const end = tableEnd(dialect);
  return [
    `create table _account (
  id text primary key,
  tenant_id text not null,
  email text not null unique,
  password_hash text not null,
  roles text not null,
  created_at text not null
${end}`,
    'create index _account_tenant_id_idx on _account (tenant_id, id);',
    `create table _session (
  id text primary key,
  account_id text not null references _account (id) on delete cascade,
  expires_at text not null
${end}`,
    'create index _session_account_id_idx on _session (account_id);',
    'create index _session_expires_at_idx on _session (expires_at);',
    `create table _login_failure (
  id text primary key,
  email text not null,
  failed_at text not null
${end}`,
    'create index _login_failure_email_idx on _login_failure (email, failed_at);',
    'create index _login_failure_failed_at_idx on _login_failure (failed_at);',
  ];
}

function tableEnd(dialect: Dialect): string {
  return dialect === 'sqlite' ? ') strict;' : ');';
}
