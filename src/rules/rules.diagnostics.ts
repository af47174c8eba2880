import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with rules and decision tables. */
export const rulesDiagnostics = defineDiagnostics('rules', {
  malformed: {
    severity: 'error',
    message: (p: { path: string; problem: string }) =>
      `The rules are malformed: ${p.path} ${p.problem}.`,
    help: 'docs/feel.md lists the nodes of the language.',
  },
  'feel-syntax': {
    severity: 'error',
    message: (p: { problem: string; at: number; text: string }) =>
      `${p.problem} at character ${p.at} of '${p.text}'.`,
    help: 'docs/feel.md lists what can be written.',
  },
});
