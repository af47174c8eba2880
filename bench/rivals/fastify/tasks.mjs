import { problem, uuidv7 } from './database.mjs';
import { changes, newTask, query, task } from './task-schemas.mjs';

const columns =
  '_version, _created_by, id, title, description, kind, priority, estimate, due_date, project_id, created_at, updated_at';

/** The four operations that the bench measures. */
export function addTaskRoutes(app, database) {
  const find = database.prepare(`select ${columns} from task where _tenant = ? and id = ?`);
  const first = database.prepare(
    `select ${columns} from task where _tenant = ? order by created_at desc, id desc limit ?`,
  );
  const next = database.prepare(`
    select ${columns} from task
    where _tenant = ? and created_at <= ? and (created_at < ? or (created_at = ? and id < ?))
    order by created_at desc, id desc limit ?`);
  const projectExists = database.prepare('select id from project where _tenant = ? and id = ?');
  const insert = database.prepare(`
    insert into task (_tenant, _created_by, ${columns.replace('_created_by, ', '')})
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(`
    update task set _version = ?, title = ?, description = ?, kind = ?, priority = ?, estimate = ?, due_date = ?,
      project_id = ?, updated_at = ? where _tenant = ? and id = ?`);

  // Without a schema for the answer: for a page, JSON.stringify is faster than the compiled serializer.
  app.get('/api/tasks', { schema: { querystring: query } }, async (request) => {
    const { tenantId } = request.caller;
    const limit = Number(request.query.limit ?? 20);
    const cursor = request.query.cursor && position(request.query.cursor);
    const rows = cursor
      ? next.all(tenantId, cursor[0], cursor[0], cursor[0], cursor[1], limit + 1)
      : first.all(tenantId, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    if (last) rows.pop();
    return {
      items: rows.map(toRecord),
      nextCursor: last
        ? Buffer.from(JSON.stringify([last.created_at, last.id])).toString('base64url')
        : null,
    };
  });

  app.get('/api/tasks/:id', { schema: { response: { 200: task } } }, async (request, reply) => {
    const row = find.get(request.caller.tenantId, request.params.id);
    if (!row) throw problem(404, 'Not found');
    const etag = `"${row._version}"`;
    reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return toRecord(row);
  });

  app.post(
    '/api/tasks',
    { schema: { body: newTask, response: { 201: task } } },
    async (request, reply) => {
      const { tenantId, accountId } = request.caller;
      const now = new Date().toISOString();
      const record = { ...absent, ...request.body, id: uuidv7(), createdAt: now, updatedAt: now };
      record.estimate = twoDigits(record.estimate);
      database.write(() => {
        if (!projectExists.get(tenantId, record.projectId))
          throw problem(422, 'There is no such project');
        insert.run(
          tenantId,
          accountId,
          1,
          record.id,
          record.title,
          record.description,
          record.kind,
          record.priority,
          toCents(record.estimate),
          record.dueDate,
          record.projectId,
          now,
          now,
        );
        database.publish(tenantId, 'workshop.task.created', record, now);
      });
      reply.code(201).header('etag', '"1"').header('location', `/api/tasks/${record.id}`);
      return record;
    },
  );

  app.patch(
    '/api/tasks/:id',
    { schema: { body: changes, response: { 200: task } } },
    async (request, reply) => {
      const { tenantId } = request.caller;
      const { record, version } = database.write(() => {
        const row = find.get(tenantId, request.params.id);
        if (!row) throw problem(404, 'Not found');
        const match = request.headers['if-match'];
        if (match !== undefined && match !== `"${row._version}"`)
          throw problem(412, 'It has changed');
        const version = row._version + 1;
        const now = new Date().toISOString();
        const record = { ...toRecord(row), ...request.body, updatedAt: now };
        record.estimate = twoDigits(record.estimate);
        if (record.projectId !== row.project_id && !projectExists.get(tenantId, record.projectId))
          throw problem(422, 'There is no such project');
        update.run(
          version,
          record.title,
          record.description,
          record.kind,
          record.priority,
          toCents(record.estimate),
          record.dueDate,
          record.projectId,
          now,
          tenantId,
          record.id,
        );
        database.publish(tenantId, 'workshop.task.updated', record, now);
        return { record, version };
      });
      reply.header('etag', `"${version}"`);
      return record;
    },
  );
}

const absent = { description: null, priority: 3, estimate: null, dueDate: null };

function toRecord(row) {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    kind: row.kind,
    priority: row.priority,
    estimate: row.estimate === null ? null : (row.estimate / 100).toFixed(2),
    dueDate: row.due_date,
    projectId: row.project_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const twoDigits = (text) => (text === null ? null : Number(text).toFixed(2));
const toCents = (text) => (text === null ? null : Math.round(Number(text) * 100));

function position(cursor) {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw problem(400, 'The cursor is damaged');
  }
}
