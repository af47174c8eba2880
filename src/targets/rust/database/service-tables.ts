import type { Dialect } from '../../shared/migrations/sql/storage.ts';

/** The tables that the service needs for itself, as statements; `keeps`: what a given contract keeps, too. */
export function serviceTables(dialect: Dialect, keeps = false): readonly string[] {
  const end = tableEnd(dialect);
  const { id, time, text } = typesOf(dialect);
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
  name ${text} primary key,
  value text not null
${end}`,
    ...(keeps ? recordTable(dialect) : []),
    `create table _idempotency (
  scope ${text} not null,
  key ${text} not null,
  fingerprint text not null,
  answer text,
  created_at ${time} not null,
  primary key (scope, key)
${end}`,
    'create index _idempotency_created_at_idx on _idempotency (created_at);',
    `create table _event (
${sequence.join('\n')}
  id ${id} not null,
  tenant_id ${id} not null,
  type text not null,
  subject ${id} not null,
  time ${time} not null,
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
function recordTable(dialect: Dialect): readonly string[] {
  const { text } = typesOf(dialect);
  const sequence =
    dialect === 'sqlite'
      ? 'integer primary key autoincrement'
      : 'bigint generated always as identity primary key';
  return [
    `create table _record (
  sequence ${sequence},
  collection ${text} not null,
  key ${text} not null,
  record text not null,
  unique (collection, key)
${tableEnd(dialect)}`,
    'create index _record_collection_idx on _record (collection, sequence);',
  ];
}

/** The tables of accounts and their sessions, as statements. */
export function accountTables(dialect: Dialect): readonly string[] {
  const { id, time, text, json } = typesOf(dialect);
  const end = tableEnd(dialect);
  return [
    `create table _account (
  id ${id} primary key,
  tenant_id ${id} not null,
  email ${text} not null unique,
  password_hash text not null,
  roles ${json} not null,
  created_at ${time} not null
${end}`,
    'create index _account_tenant_id_idx on _account (tenant_id, id);',
    `create table _session (
  id ${id} primary key,
  account_id ${id} not null references _account (id) on delete cascade,
  expires_at ${time} not null
${end}`,
    'create index _session_account_id_idx on _session (account_id);',
    'create index _session_expires_at_idx on _session (expires_at);',
    `create table _login_failure (
  id ${id} primary key,
  email ${text} not null,
  failed_at ${time} not null
${end}`,
    'create index _login_failure_email_idx on _login_failure (email, failed_at);',
    'create index _login_failure_failed_at_idx on _login_failure (failed_at);',
  ];
}

const tableEnd = (dialect: Dialect) => (dialect === 'sqlite' ? ') strict;' : ');');

function typesOf(dialect: Dialect) {
  return dialect === 'sqlite'
    ? ({ id: 'text', time: 'text', text: 'text', json: 'text' } as const)
    : ({ id: 'uuid', time: 'timestamptz(3)', text: 'text collate "C"', json: 'json' } as const);
}
