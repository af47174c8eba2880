import { DatabaseSync } from 'node:sqlite';

/** A database that has its tables, and a transaction around a synchronous function. */
export function openDatabase(file) {
  const connection = new DatabaseSync(file);
  connection.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    pragma foreign_keys = on;
    pragma wal_autocheckpoint = 4000;
  `);
  const begin = connection.prepare('begin immediate');
  const commit = connection.prepare('commit');
  const rollback = connection.prepare('rollback');
  const appendEvent = connection.prepare(
    'insert into _event (id, tenant_id, type, subject, time, data) values (?, ?, ?, ?, ?, ?)',
  );
  return {
    prepare: (sql) => connection.prepare(sql),
    write(work) {
      begin.run();
      try {
        const value = work();
        commit.run();
        return value;
      } catch (error) {
        rollback.run();
        throw error;
      }
    },
    publish: (tenant, type, record, time) =>
      appendEvent.run(uuidv7(), tenant, type, record.id, time, JSON.stringify(record)),
  };
}

/** RFC 9562: 48 bits of time, the rest random. */
export function uuidv7() {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

export function problem(statusCode, message) {
  return Object.assign(new Error(message), { statusCode });
}
