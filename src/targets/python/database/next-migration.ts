import { describeMigration } from '../../shared/migrations/describe-migration.ts';
import type { Migration } from '../../shared/migrations/migration.ts';
import { reversed } from '../../shared/migrations/reversed.ts';
import { postgresStatements } from '../../shared/migrations/sql/postgres.ts';
import { sqliteStatements } from '../../shared/migrations/sql/sqlite.ts';
import { list, literal, print } from '../emit/code.ts';
import { ACCOUNT_TABLES, ACCOUNTS } from './service-tables.ts';
import { storage } from './storage.ts';

/** The text of a revision that follows another one: statements for each database, there and back. */
export function nextMigration(migration: Migration, follows: string): string {
  const { number, accounts } = migration;
  const back = reversed(migration);
  const words = describeMigration(migration);
  const [only] = words;
  const said =
    words.length === 1 && only !== undefined
      ? `"""${inText(only)}."""`
      : `"""${words.length} changes.\n\n${words.map((line) => `- ${inText(line)}`).join('\n')}\n"""`;
  return [
    said,
    accounts
      ? '\n\nimport sqlalchemy as sa\nfrom alembic import op\n'
      : '\n\nfrom alembic import op\n',
    `\nrevision = ${literal(String(number).padStart(4, '0'))}`,
    `\ndown_revision = ${literal(follows)}\n`,
    accounts ? TYPES : '',
    statementsCode('UPGRADE', {
      postgresql: postgresStatements(migration, storage),
      sqlite: sqliteStatements(migration, storage),
    }),
    statementsCode('DOWNGRADE', {
      postgresql: postgresStatements(back, storage, true),
      sqlite: sqliteStatements(back, storage),
    }),
    '\n\ndef upgrade() -> None:\n    """Nothing is changed if some record can not follow."""\n',
    accounts ? ACCOUNTS : '',
    '    run(UPGRADE)\n',
    '\n\ndef downgrade() -> None:\n    """What is new goes, what was kept aside is back."""\n    run(DOWNGRADE)\n',
    accounts ? DROP_ACCOUNTS : '',
    RUN,
  ].join('');
}

const TYPES = `
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TIME = sa.DateTime(timezone=True)
`;

const DROP_ACCOUNTS = `${print(list(ACCOUNT_TABLES.toReversed().map(literal)), 'for table in ', ':', 4)}
        op.drop_table(table)
`;

const RUN = `

def run(statements: dict[str, list[str]]) -> None:
    connection = op.get_bind().execution_options(no_parameters=True)
    for statement in statements[connection.dialect.name]:
        connection.exec_driver_sql(statement)
`;

function statementsCode(
  name: string,
  byDatabase: Readonly<Record<string, readonly string[]>>,
): string {
  const lists = Object.entries(byDatabase).map(([database, statements]) => {
    if (statements.length === 0) return `    "${database}": [],\n`;
    const items = statements.map((text) => `        """${inText(text)}""",\n`).join('');
    return `    "${database}": [\n${items}    ],\n`;
  });
  return `\n${name}: dict[str, list[str]] = {\n${lists.join('')}}\n`;
}

/** Inside of three double quotes. Statements end in a semicolon, never in a quote. */
function inText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('"""', String.raw`\"\"\"`)
    .replace(
      // oxlint-disable-next-line no-control-regex -- they would be lost or break the line
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/g,
      (one) => String.raw`\u` + one.charCodeAt(0).toString(16).padStart(4, '0'),
    );
}
