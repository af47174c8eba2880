import { defineDiagnostics } from '#diagnostics';

/** What a target can't do with a blueprint. */
export const targetDiagnostics = defineDiagnostics('targets', {
  'rule-not-enforced': {
    severity: 'warning',
    message: (p: { rule: string; statement: string }) =>
      `the service does not enforce ${p.rule}: "${p.statement}"`,
    help: 'it reads records that do not refer to its own; check it where the service is called',
  },
  'records-refused': {
    severity: 'warning',
    message: (p: { migration: string; message: string }) =>
      `Migration ${p.migration} refuses a database in which this is so: ${p.message}`,
    help: 'A database without such records migrates. Else edit the migration before a database runs it, or go back to the last version, change the requirements and forge again.',
  },
  'data-kept': {
    severity: 'info',
    message: (p: { what: string; migration: string }) =>
      `Migration ${p.migration} keeps what the requirements no longer name: ${p.what}.`,
    help: 'Name it again to have it back; --drop-data drops it for good. A field that only has another name says so: "remarks (text, renamed from notes)".',
  },
  'data-dropped': {
    severity: 'warning',
    message: (p: { what: string; migration: string }) =>
      `Migration ${p.migration} drops, with all that is in it: ${p.what}.`,
    help: 'It was asked for by --drop-data; without it the values are kept.',
  },
  'other-owners': {
    severity: 'warning',
    message: (p: { access: 'accounts' | 'public' }) =>
      p.access === 'accounts'
        ? 'Records that were made while the service was public belong to no account: nobody sees them.'
        : 'Records of accounts are not seen in a public service: it has a tenant of its own.',
    help: 'They stay in the database. A migration of yours can give them another `_tenant` and `_created_by`.',
  },
  'tables-unknown': {
    severity: 'error',
    message: (p: { path: string }) =>
      `The tables of the version that is there are not known: '${p.path}' is missing or damaged.`,
    help: 'Restore the .microforge folder from version control; without it nobody can say how to migrate a database.',
  },
  'several-heads': {
    severity: 'error',
    message: (p: { heads: string }) =>
      `Nobody can say which migration the next one follows: ${p.heads || 'none says its revision'}.`,
    help: 'Join them with `alembic merge heads`, then run the command again.',
  },
});
