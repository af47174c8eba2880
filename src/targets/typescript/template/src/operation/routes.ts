import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../db/database.ts';
import { Problem } from '../http/problem.ts';
import { refuseQuery } from '../http/query.ts';
import { docsPage, docsScript, docsStyle } from './docs.ts';
import type { Metrics } from './metrics.ts';

const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'";

/** Adds what operators and developers ask for: health, metrics, the contract and its page. */
export function addOperationRoutes(
  app: FastifyInstance,
  database: Database,
  metrics: Metrics,
  contractFile: string,
): void {
  const contract = readFileSync(contractFile);

  app.get('/health/live', async (request) => {
    refuseQuery(request);
    return { status: 'ok' };
  });

  app.get('/health/ready', async (request) => {
    refuseQuery(request);
    try {
      await sql`select 1`.execute(database.db);
    } catch {
      throw new Problem('unavailable', 'The database does not answer.');
    }
    return { status: 'ok' };
  });

  app.get('/metrics', async (request, reply) => {
    refuseQuery(request);
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.expose());
  });

  app.get('/openapi.json', async (request, reply) => {
    refuseQuery(request);
    return reply.type('application/json; charset=utf-8').send(contract);
  });

  const pages = [
    ['/docs', 'text/html', docsPage],
    ['/docs/docs.js', 'text/javascript', docsScript],
    ['/docs/docs.css', 'text/css', docsStyle],
  ] as const;
  for (const [path, type, text] of pages) {
    app.get(path, async (request, reply) => {
      refuseQuery(request);
      void reply.header('content-security-policy', DOCS_POLICY);
      return reply.type(`${type}; charset=utf-8`).send(text);
    });
  }
}
