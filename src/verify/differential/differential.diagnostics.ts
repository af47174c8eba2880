import { defineDiagnostics } from '#diagnostics';

/** What comparing services of one blueprint may find. */
export const differentialDiagnostics = defineDiagnostics('verify', {
  'different-answer': {
    severity: 'error',
    message: (p: { first: string; other: string; asked: string; where: string; values: string }) =>
      `${p.first} and ${p.other} answer ${p.asked} differently, ${p.where}: ${p.values}.`,
    help: 'Services of one blueprint answer alike in every language: the clause says which of them is right.',
  },
  'different-blueprints': {
    severity: 'error',
    message: (p: { first: string; other: string }) =>
      `'${p.first}' and '${p.other}' were not made of the same requirements.`,
    help: 'Forge both from the same requirements: --target typescript,python,rust makes them at once.',
  },
});
