/** A name, and a type as SQL writes it: "`sent_at` TIMESTAMPTZ". */
const column =
  /^\w{2,60}(?:,\s*\w{2,60})*[\s:–—-]+(?:UUID|(?:BIG)?SERIAL|(?:BIG|SMALL|TINY)?INT(?:EGER)?|N?VARCHAR2?|CHAR|TEXT|BOOL(?:EAN)?|TIMESTAMP(?:TZ)?|DATE(?:TIME)?|TIME|DECIMAL|NUMERIC|FLOAT|DOUBLE|REAL|JSONB?|MONEY|ENUM)(?![\p{Ll}_])/u;

/** `PK (a, b)`, `INDEX (a)`: said of columns. */
const constraint =
  /^(?:@@)?(?:unique(?: key)?|primary key|pk|foreign key|(?:composite |unique )?index)\s*[([]+[\w, ]+[)\]]+|^(?:check|constraint)\s*\(/i;

/** `UNIQUE (a, b)`: which columns together are said in its brackets, and nothing beside. */
const combination =
  /^`?(?:@@)?(?:unique(?: key)?|primary key|pk|(?:composite |unique )?index)\s*[([]+[\w, ]+[)\]]+`?$/i;

/** A point that declares a column of a table. */
export const isSqlColumn = (text: string): boolean => column.test(text);

/** A point that says which columns are unique together, or are looked up. */
export const isCombination = (text: string): boolean => combination.test(text.trim());

/** A point that says something of columns that others declare. */
export const isConstraint = (text: string): boolean => constraint.test(text);
