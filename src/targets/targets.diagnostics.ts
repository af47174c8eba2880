import { defineDiagnostics } from '#diagnostics';

/** What a target can't do with a blueprint. */
export const targetDiagnostics = defineDiagnostics('targets', {
  'rule-not-enforced': {
    severity: 'warning',
    message: (p: { rule: string; statement: string }) =>
      `the service does not enforce ${p.rule}: "${p.statement}"`,
    help: 'it reads records that do not refer to its own; check it where the service is called',
  },
});
