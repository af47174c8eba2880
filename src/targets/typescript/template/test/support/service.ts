import { join } from 'node:path';
import { after, mock } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { migrate } from '../../src/db/migrate.ts';
import { Outbox } from '../../src/events/outbox.ts';
import { service } from '../../src/service.ts';
import { openTestDatabase } from './database.ts';

const root = join(import.meta.dirname, '../..');

// Time stands still, so that what tests say about dates stays true.
const now = Date.UTC(2026, 2, 2, 9, 30);
mock.timers.enable({ apis: ['Date'], now });

/** Sets the clock so many milliseconds after that time; with 0, back to it. */
export function setClock(later: number): void {
  mock.timers.setTime(now + later);
}

const usual = { RATE_LIMIT_PER_MINUTE: '1000000' };

/** Starts a service on a database of its own, without a port: requests are injected. */
export async function startService(
  environment: Readonly<Record<string, string>> = usual,
): Promise<FastifyInstance> {
  const database = await openTestDatabase();
  await migrate(database, join(root, 'migrations'));
  const { name, rateLimitPerMinute } = service;
  const app = await buildApp(service, {
    config: readConfig(environment, { service: name, rateLimitPerMinute }),
    database,
    outbox: new Outbox(database, name),
    log: pino({ level: 'silent' }),
    exporter: undefined,
    contractFile: join(root, 'openapi.json'),
  });
  app.addHook('onClose', () => database.close());
  after(() => app.close());
  return app;
}

/** The service that all test files share. */
export const app = await startService();
