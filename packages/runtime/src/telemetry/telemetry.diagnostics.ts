import { defineDiagnostics } from '../config/diagnostic.ts';

/** What can be wrong with the variables of OpenTelemetry. Services run all the same. */
export const telemetryDiagnostics = defineDiagnostics('telemetry', {
  'wrong-variable': {
    severity: 'warning',
    message: '{name} {problem}.',
    help: '{instead}.',
  },
  'unheeded-variable': {
    severity: 'warning',
    message: 'Nothing here heeds {name}.',
    help: 'The README of packages/runtime lists the variables that are understood; the others change nothing.',
  },
});
