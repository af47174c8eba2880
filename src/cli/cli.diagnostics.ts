import { defineDiagnostics } from '#diagnostics';

/** Wrong use of the command line, and our own bugs as users see them. */
export const cliDiagnostics = defineDiagnostics('cli', {
  'unknown-command': {
    severity: 'error',
    message: (p: { name: string; suggestion: string }) =>
      `there is no command "${p.name}"${p.suggestion && `; did you mean "${p.suggestion}"?`}`,
    help: 'microforge --help lists the commands',
  },
  'bad-option': {
    severity: 'error',
    message: (p: { reason: string; suggestion: string }) =>
      `${p.reason}${p.suggestion && `; did you mean "--${p.suggestion}"?`}`,
    help: 'microforge <command> --help lists its options',
  },
  'wrong-arguments': {
    severity: 'error',
    message: (p: { command: string; usage: string; given: number }) =>
      `"${p.command}" was given ${p.given} argument${p.given === 1 ? '' : 's'}; usage: microforge ${p.usage}`,
    help: 'put text that holds spaces in quotes',
  },
  'internal-error': {
    severity: 'error',
    message: (p: { reason: string }) => `this is our bug, not yours: ${p.reason}`,
    help: 'MICROFORGE_DEBUG=1 prints the stack; please report it with the command line',
  },
});
