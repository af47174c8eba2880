import { defineDiagnostics } from '#diagnostics';

/** What the checks of a running service find. */
export const checkDiagnostics = defineDiagnostics('verify', {
  'check-failed': {
    severity: 'error',
    message: (p: { clause: string; check: string; problem: string }) =>
      `${p.clause}, ${p.check}: ${p.problem}`,
    help: (p: { clause: string }) =>
      `The curl shows it again; docs/service-profile.md says what ${p.clause} asks for.`,
  },
  'answer-fault': {
    severity: 'error',
    message: (p: { clause: string; problem: string; asked: string; count: number }) =>
      `${p.clause}: ${p.problem}, first in the answer to ${p.asked} (${p.count} answers in all).`,
    help: (p: { clause: string }) =>
      `No answer may be like that; docs/service-profile.md says what ${p.clause} asks for.`,
  },
  'no-example': {
    severity: 'info',
    message: (p: { check: string; reason: string }) => `Not checked, ${p.check}: ${p.reason}.`,
    help: 'See if the requirements contradict each other.',
  },
});
