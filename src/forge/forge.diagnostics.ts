import { defineDiagnostics } from '#diagnostics';

/** What can go wrong between requirements and a published service. */
export const forgeDiagnostics = defineDiagnostics('forge', {
  'unknown-target': {
    severity: 'error',
    message: (p: { name: string; known: string }) =>
      `There is no target "${p.name}"; there is: ${p.known}.`,
    help: 'Name one or more of them, separated by commas: --target typescript.',
  },
  'not-published': {
    severity: 'error',
    message: (p: { path: string; gates: string }) =>
      `The gates ${p.gates} are red: nothing was published to '${p.path}'.`,
    help: 'What was there is untouched. The findings above say what is wrong; --no-verify publishes all the same.',
  },
});
