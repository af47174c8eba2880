import { defineDiagnostics } from '#diagnostics';

/** What the cheap gates can find. */
export const gatesDiagnostics = defineDiagnostics('verify', {
  'file-missing': {
    severity: 'error',
    message: (p: { path: string }) => `'${p.path}' is missing.`,
    help: 'Forge the service again: generated files come back, your edits stay.',
  },
  'file-unparsable': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `'${p.path}' can't be read: ${p.problem}.`,
    help: 'Correct the file, or delete it and forge the service again.',
  },
  'file-too-large': {
    severity: 'error',
    message: (p: { path: string; bytes: number }) => `'${p.path}' has ${p.bytes} bytes.`,
    help: 'No generated file is longer than 5 MB: take out what does not belong there.',
  },
  'contract-differs': {
    severity: 'error',
    message: (p: { path: string; difference: string }) =>
      `'${p.path}' is not the contract of the blueprint: ${p.difference}.`,
    help: 'Change the requirements rather than the contract, and forge the service again.',
  },
  'foreign-host': {
    severity: 'error',
    message: (p: { path: string; host: string }) =>
      `'${p.path}' names the host '${p.host}', from which packages would be loaded.`,
    help: 'Lock files hold no addresses of the machine they were made on: remove the `resolved` entry.',
  },
  inconsistent: {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `'${p.path}': ${p.problem}.`,
    help: 'Correct the one that is wrong, or forge the service again.',
  },
  'edit-not-formatted': {
    severity: 'warning',
    message: (p: { output: string }) =>
      `The formatter would change files that you edited: ${p.output}`,
    help: 'Run the format script of the service if you want it to.',
  },
  'not-formatted': {
    severity: 'error',
    message: (p: { output: string }) => `The formatter would change files: ${p.output}`,
    help: 'Run the format script of the service.',
  },
  'type-error': {
    severity: 'error',
    message: (p: { problem: string }) => p.problem,
    help: 'Correct the type error.',
  },
  'tests-failed': {
    severity: 'error',
    message: (p: { failed: number; names: string }) =>
      `${p.failed} of the service's own tests failed: ${p.names}`,
    help: 'Run the tests of the service by hand to see more.',
  },
  'no-tests': {
    severity: 'error',
    message: (p: { output: string }) => `None of the service's own tests ran. ${p.output}`,
    help: 'The tests were deleted, or the runner does not find them.',
  },
  'restart-failed': {
    severity: 'error',
    message: (p: { reason: string }) =>
      `The service does not start again on its own database: ${p.reason}`,
    help: 'Migrations must do nothing when they were done.',
  },
  'stop-unclean': {
    severity: 'error',
    message: (p: { how: string }) => `Asked to stop (SIGTERM), the service ${p.how}.`,
    help: 'Close the server and the database, then exit with 0.',
  },
  'config-accepted': {
    severity: 'error',
    message: (p: { setting: string; value: string }) =>
      `The service starts with ${p.setting}=${p.value}.`,
    help: 'Check the configuration at start.',
  },
  'config-fault-unnamed': {
    severity: 'error',
    message: (p: { settings: string; code: string }) =>
      `With wrong settings the service ends with ${p.code} and does not name ${p.settings}.`,
    help: 'Name every faulty setting at once, and exit with 1.',
  },
  'endpoint-wrong': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `GET ${p.path} ${p.problem}.`,
    help: 'Serve it as the service profile says.',
  },
  'load-errors': {
    severity: 'error',
    message: (p: { failed: number; sent: number; first: string }) =>
      `${p.failed} of ${p.sent} plain requests failed under load, the first with ${p.first}.`,
    help: 'Look at the log of the service.',
  },
  'load-slow': {
    severity: 'error',
    message: (p: { limit: number }) =>
      `Under light load, one in a hundred requests takes longer than ${p.limit} ms.`,
    help: 'Look for work that grows with the number of records, or that blocks the process.',
  },
});
