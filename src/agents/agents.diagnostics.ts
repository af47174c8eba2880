import { defineDiagnostics } from '#diagnostics';

/** What can go wrong with models. */
export const agentsDiagnostics = defineDiagnostics('agents', {
  'proposal-not-used': {
    severity: 'warning',
    message: (p: { step: string; problem: string; choice: string }) =>
      `The model proposes nothing usable for "${p.step}" (${p.problem}): "${p.choice}" is done.`,
    help: 'The order of the options decides then; look at the endpoint, or name the choice yourself.',
  },
});
