import type * as remote from './adapters/postgres-store.ts';
import type * as stores from './adapters/sqlite-store.ts';
import type * as processes from './processes.ts';

export type { PostgresConnection } from './adapters/postgres-store.ts';
export type { Durability, SqliteStore } from './adapters/sqlite-store.ts';
export type { ReadModel } from './bpmn/read-bpmn.ts';
export type { DeployOptions } from './deploy/deploy-process.ts';
export type { Data, Definition, Formula } from './engine/definition.ts';
export type { Command, ProcessEvent, TraceLine } from './engine/events.ts';
export type { InstanceState } from './engine/state.ts';
export type { EventStore, LogEntry, RemoteEventStore } from './host/event-store.ts';
export type { Errand, HostPorts, WithoutTime } from './host/process-host.ts';
export type { Answer, Simulated, SimulateOptions } from './host/simulate.ts';
export type { ProcessModel } from './model/process-model.ts';

/** Processes: BPMN and JSON, the check before they run, the interpreter. Loaded when it is asked for. */
export function loadProcesses(): Promise<typeof processes> {
  return import('./processes.ts');
}

/** The event log in a file, on SQLite. */
export function loadProcessStore(): Promise<typeof stores> {
  return import('./adapters/sqlite-store.ts');
}

/** The event log in PostgreSQL, over a connection that is given. */
export function loadPostgresProcessStore(): Promise<typeof remote> {
  return import('./adapters/postgres-store.ts');
}
