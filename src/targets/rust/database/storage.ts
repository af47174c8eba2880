import { makeStorage } from '../../shared/migrations/sql/make-storage.ts';

/** How services in Rust keep values; `src/database` of the service reads and writes them. */
export const storage = makeStorage({
  types: {
    sqlite: {
      text: 'text',
      integer: 'integer',
      number: 'real',
      boolean: 'integer',
      date: 'text',
      datetime: 'text',
      uuid: 'text',
      json: 'text',
    },
    postgres: {
      text: 'text collate "C"',
      integer: 'bigint',
      number: 'double precision',
      boolean: 'boolean',
      date: 'date',
      datetime: 'timestamptz(3)',
      uuid: 'uuid',
      json: 'json',
    },
  },
  tableOptions: { sqlite: ' strict', postgres: '' },
  unitDigits: 18,
  sqlite: {
    units: 'integer',
    longDecimal: 'text',
    uuid: (text) => text,
    time: (text) => text,
    now: "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
    uuidAsText: (expression) => expression,
    textAsUuid: (expression) => expression,
    dateAsTime: (expression) => `${expression} || 'T00:00:00.000Z'`,
  },
});
