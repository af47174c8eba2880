// Made by `npm run generate`; edits are lost.
import type { Gate } from './gate.ts';

export const gateRegistry: readonly {
  readonly name: string;
  readonly load: () => Promise<Gate>;
}[] = [
  { name: 'abuse', load: async () => (await import('./abuse/abuse.gate.ts')).gate },
  { name: 'behaviour', load: async () => (await import('./behaviour/behaviour.gate.ts')).gate },
  { name: 'fuzz', load: async () => (await import('./fuzz/fuzz.gate.ts')).gate },
  { name: 'artefacts', load: async () => (await import('./gates/artefacts.gate.ts')).gate },
  { name: 'boot', load: async () => (await import('./gates/boot.gate.ts')).gate },
  { name: 'contract', load: async () => (await import('./gates/contract.gate.ts')).gate },
  { name: 'format', load: async () => (await import('./gates/format.gate.ts')).gate },
  { name: 'load', load: async () => (await import('./gates/load.gate.ts')).gate },
  { name: 'tests', load: async () => (await import('./gates/tests.gate.ts')).gate },
  { name: 'types', load: async () => (await import('./gates/types.gate.ts')).gate },
  {
    name: 'schemathesis',
    load: async () => (await import('./schemathesis/schemathesis.gate.ts')).gate,
  },
];
