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
  'other-service': {
    severity: 'error',
    message: (p: { path: string; there: string; service: string }) =>
      `'${p.path}' holds the service "${p.there}"; "${p.service}" would take its place. It is untouched.`,
    help: (p: { path: string }) =>
      `Choose another folder with --out, or move that one away. Is it the same service under a new name, change the name in '${p.path}/.microforge/service.json' first.`,
  },
  'other-target': {
    severity: 'error',
    message: (p: { path: string; there: string; target: string }) =>
      `'${p.path}' holds the service in ${p.there}; in ${p.target} it would take its place. It is untouched.`,
    help: (p: { there: string }) =>
      `Choose another folder with --out, or forge it with --target ${p.there}.`,
  },
  'no-such-service': {
    severity: 'error',
    message: (p: { service: string; known: string }) =>
      `The requirements describe no service "${p.service}"; they describe: ${p.known}.`,
    help: 'Nothing was touched. Name the service as it was, or forge the requirements into another folder.',
  },
});
