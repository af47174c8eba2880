import { makeStorage } from './make-storage.ts';
import type { Storage } from './storage.ts';

/**
 * The storage of a target whose services write SQL themselves: on SQLite dates, times and ids are text, and decimals
 * whole numbers of units for as many digits as the language holds in one exactly.
 */
export const sqlStorage = (unitDigits: number): Storage =>
  makeStorage({
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
    unitDigits,
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
