import { makeStorage } from '../../shared/migrations/sql/make-storage.ts';

/** How services in Python keep values: the types that SQLAlchemy makes of those in the first migration. */
export const storage = makeStorage({
  types: {
    sqlite: {
      text: 'TEXT',
      integer: 'BIGINT',
      number: 'DOUBLE',
      boolean: 'BOOLEAN',
      date: 'DATE',
      datetime: 'DATETIME',
      uuid: 'CHAR(32)',
      json: 'JSON',
    },
    postgres: {
      text: 'text collate "C"',
      integer: 'bigint',
      number: 'double precision',
      boolean: 'boolean',
      date: 'date',
      datetime: 'timestamptz',
      uuid: 'uuid',
      json: 'json',
    },
  },
  tableOptions: { sqlite: '', postgres: '' },
  unitDigits: 18,
  sqlite: {
    units: 'BIGINT',
    longDecimal: 'TEXT',
    uuid: (text) => text.replaceAll('-', ''),
    // SQLAlchemy reads what follows the point as microseconds.
    time: (text) => `${text.slice(0, -1).replace('T', ' ')}000`,
    now: "strftime('%Y-%m-%d %H:%M:%f000', 'now')",
    uuidAsText: (id) =>
      [
        [1, 8],
        [9, 4],
        [13, 4],
        [17, 4],
        [21, 12],
      ]
        .map(([from, length]) => `substr(${id}, ${from}, ${length})`)
        .join(" || '-' || "),
    textAsUuid: (expression) => `lower(replace(${expression}, '-', ''))`,
    dateAsTime: (expression) => `${expression} || ' 00:00:00.000000'`,
  },
});
