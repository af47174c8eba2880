import { defineDiagnostics } from '#diagnostics';

/** What can go wrong with a verification as a whole. */
export const verifyDiagnostics = defineDiagnostics('verify', {
  'unknown-gate': {
    severity: 'error',
    message: (p: { gate: string }) => `There is no gate '${p.gate}'.`,
    help: (p: { known: string }) => `The gates are ${p.known}.`,
  },
  'unknown-target': {
    severity: 'error',
    message: (p: { path: string; target: string }) =>
      `'${p.path}' was made by the target '${p.target}', which can't be verified here.`,
    help: 'Use a microforge that has this target.',
  },
  'unknown-service': {
    severity: 'error',
    message: (p: { path: string; service: string }) =>
      `The blueprint of '${p.path}' has no service '${p.service}'.`,
    help: 'Forge the service again from its requirements.',
  },
  'service-unreadable': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `'${p.path}' does not say which service and target it is (${p.reason}).`,
    help: 'Restore it from version control, or forge the service again from its requirements.',
  },
  'no-toolchain': {
    severity: 'error',
    message: (p: { target: string; reason: string }) =>
      `A service of the target '${p.target}' can't be run here: ${p.reason}.`,
    help: 'Install what is missing (packages need npm or pip, and their registry), then run the command again.',
  },
  'gate-timeout': {
    severity: 'error',
    message: (p: { gate: string; seconds: number }) =>
      `The gate '${p.gate}' did not end within ${p.seconds} s.`,
    help: 'The service hangs or is far too slow: start it by hand and look at its log.',
  },
  'not-started': {
    severity: 'error',
    message: (p: { reason: string; log: string }) =>
      `The service did not start. ${p.reason} It said: ${p.log}`,
    help: (p: { log: string }) =>
      /EADDRINUSE|address already in use/i.test(p.log)
        ? 'Another program listens on that port: choose another with --port (0 picks a free one), or stop that program.'
        : 'Start it by hand (see its README) and repair what it complains about.',
  },
});
