import type { Row } from '../document/document.ts';
import { remembered } from '../remembered.ts';
import type { EntityName } from './entity-name.ts';
import { objectsOf } from './recognise/managed.ts';
import type { Reading } from './reading.ts';

/**
 * What a row of a table of functions is about: of "F-02 | Menu management | name, price and duration are registered"
 * menus. A short cell says so that is followed by a long one.
 */
export const rowTopics = remembered((reading: Reading) =>
  remembered((row: Row): EntityName | undefined => {
    const long = row.cells.findIndex(({ text }) => /[,、，].*[,、，]/su.test(text));
    for (const { text } of row.cells.slice(0, Math.max(0, long))) {
      if (text.length > 40 || /[.。]\s*$/u.test(text)) continue;
      const named = objectsOf(text, row, reading).find(({ strength }) => strength !== 'mentioned');
      if (named !== undefined) return named.name;
    }
    return undefined;
  }),
);
