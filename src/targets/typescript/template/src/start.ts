import { join } from 'node:path';
import { buildApp } from './app.ts';
import type { Service } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { openSqlite } from './db/sqlite.ts';
import { Outbox } from './events/outbox.ts';
import { runSink } from './events/sink.ts';
import { createLog } from './operation/log.ts';
import type { Log } from './operation/log.ts';
import { SpanExporter } from './operation/otlp.ts';
import { forgetRegularly } from './operation/retention.ts';

const root = join(import.meta.dirname, '..');

/** Runs a service until it is told to stop. What is wrong with its surroundings is said at once, and ends it. */
export async function start(service: Service): Promise<void> {
  const log = createLog();
  try {
    await run(service, log);
  } catch (error) {
    const what = error instanceof ConfigError ? { faults: error.faults } : { err: error };
    log.logger.fatal(what, 'can not start');
    log.flush();
    process.exit(1);
  }
}

async function run(service: Service, log: Log): Promise<void> {
  const { logger } = log;
  const { name, rateLimitPerMinute } = service;
  const config = readConfig(process.env, { service: name, rateLimitPerMinute });
  const database = await openDatabase(config);
  await migrate(database, join(root, 'migrations'));
  const outbox = new Outbox(database, name);
  const exporter = config.otlpEndpoint ? new SpanExporter(config.otlpEndpoint, name) : undefined;
  const app = await buildApp(service, {
    config,
    database,
    outbox,
    log: logger,
    exporter,
    contractFile: join(root, 'openapi.json'),
  });
  const stop = new AbortController();
  let sink: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  stop.signal.addEventListener('abort', () => void shutDown());

  const url = await app.listen({ host: config.host, port: config.port });
  // This line says where the service is, whatever the level.
  logger.child({}, { level: 'info' }).info({ url }, 'listening');
  log.flush();
  logger.level = config.logLevel;
  forgetRegularly(database, outbox, (err) => logger.warn({ err }, 'can not clean up'));
  if (config.eventSinkUrl !== undefined) {
    sink = runSink(outbox, database, config.eventSinkUrl, logger, stop.signal);
  }

  /** Takes no new connections, finishes the requests under way, and leaves. */
  async function shutDown(): Promise<void> {
    setTimeout(() => process.exit(0), config.shutdownTimeoutSeconds * 1000).unref();
    await app.close();
    await sink;
    await exporter?.close();
    await database.close();
    log.flush();
    process.exit(0);
  }
}

async function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl === undefined) return openSqlite(config.databaseFile);
  const { openPostgres } = await import('./db/postgres.ts');
  return openPostgres(config.databaseUrl);
}
