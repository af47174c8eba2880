import { uuidv7 } from './database.mjs';

/** Tasks need projects to refer to; nothing here is measured. */
export function addProjectRoutes(app, database) {
  const insert = database.prepare(`
    insert into project (_tenant, _created_by, _version, id, name, code, created_at, updated_at)
    values (?, ?, 1, ?, ?, ?, ?, ?)`);
  app.post('/api/projects', { schema: { body: project } }, async (request, reply) => {
    const { tenantId, accountId } = request.caller;
    const { name, code } = request.body;
    const now = new Date().toISOString();
    const record = { id: uuidv7(), name, code, createdAt: now, updatedAt: now };
    database.write(() => insert.run(tenantId, accountId, record.id, name, code, now, now));
    return reply.code(201).send(record);
  });
}

const project = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'code'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 80 },
    code: { type: 'string', minLength: 1, maxLength: 20 },
  },
};
