import type { Vocabulary } from '../../lexicon/vocabulary.ts';
import type { CodeReading } from './code-entity.ts';
import { withDefaults } from './enum-defaults.ts';
import { readConstructorClasses } from './dialects/constructor-classes.ts';
import { readClassDiagram } from './dialects/class-diagram.ts';
import { readDbml } from './dialects/dbml.ts';
import { readEntityDiagram } from './dialects/entity-diagram.ts';
import { readJsonSchema } from './dialects/json-schema.ts';
import { readMigrationCalls } from './dialects/migration-calls.ts';
import { readPythonClasses } from './dialects/python-classes.ts';
import { readSchemaCalls } from './dialects/schema-calls.ts';
import { readSql } from './sql.ts';

/** Each knows its own by what it begins with or by words that only it has; the first that reads something is believed. */
const dialects: readonly ((text: string, vocabulary: Vocabulary) => CodeReading | undefined)[] = [
  readEntityDiagram,
  readClassDiagram,
  readDbml,
  (text, vocabulary) => {
    const entities = readSql(text, vocabulary);
    return { entities, enums: [] };
  },
  readPythonClasses,
  readConstructorClasses,
  readSchemaCalls,
  readMigrationCalls,
  readJsonSchema,
];

/**
 * Records and enumerations that a fence declares in a notation of its own, other than members between braces.
 * @returns undefined where it declares none
 */
export function readDialect(text: string, vocabulary: Vocabulary): CodeReading | undefined {
  for (const read of dialects) {
    const found = read(text, vocabulary);
    if (found !== undefined && found.entities.length + found.enums.length > 0)
      return withDefaults(found);
  }
  return undefined;
}
