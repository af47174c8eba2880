// The rival of bench/service.bench.ts: what a good engineer would write by hand with the same packages for
// the same tables, as fast as he reasonably can: prepared statements, compiled schemas both ways, no logger.
// DATABASE_FILE has the tables of the generated service already, so that both have the same indexes.
import Fastify from 'fastify';
import { addAccountRoutes, authenticator } from './accounts.mjs';
import { openDatabase } from './database.mjs';
import { addProjectRoutes } from './projects.mjs';
import { addTaskRoutes } from './tasks.mjs';

const { PORT = '0', DATABASE_FILE = '' } = process.env;

const database = openDatabase(DATABASE_FILE);
const app = Fastify({
  ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  forceCloseConnections: 'idle',
});

app.setErrorHandler((error, _request, reply) => {
  const status = error.validation ? 422 : (error.statusCode ?? 500);
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify({ title: status < 500 ? error.message : 'Internal error', status }));
});

app.get('/health/ready', async () => ({ status: 'ok' }));
addAccountRoutes(app, database);
app.register(async (closed) => {
  closed.decorateRequest('caller', null);
  closed.addHook('onRequest', authenticator(database));
  addProjectRoutes(closed, database);
  addTaskRoutes(closed, database);
});

const url = await app.listen({ host: '127.0.0.1', port: Number(PORT) });
console.log(JSON.stringify({ url }));
process.once('SIGTERM', async () => {
  await app.close();
  process.exit(0);
});
