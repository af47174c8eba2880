// Made by `npm run generate`; edits are lost.
import type { RegisteredCommand } from './registered-command.ts';

export const commands: readonly RegisteredCommand[] = [
  {
    name: 'blueprint',
    summary: 'print the typed model of requirements as canonical JSON',
    load: async () => (await import('./blueprint.command.ts')).command,
  },
  {
    name: 'check',
    summary: 'say what requirements were understood to mean, what was assumed and what is open',
    load: async () => (await import('./check.command.ts')).command,
  },
  {
    name: 'contract',
    summary: 'print the OpenAPI document of requirements, or compare two documents',
    load: async () => (await import('./contract.command.ts')).command,
  },
  {
    name: 'forge',
    summary: 'turn requirements into a verified service',
    load: async () => (await import('./forge.command.ts')).command,
  },
  {
    name: 'process check',
    summary: 'say whether a process can be executed, and whether it can get stuck',
    load: async () => (await import('./process-check.command.ts')).command,
  },
  {
    name: 'process convert',
    summary: 'turn a process from BPMN into JSON or back, without loss',
    load: async () => (await import('./process-convert.command.ts')).command,
  },
  {
    name: 'process draw',
    summary: 'draw a process as SVG, as it is laid out or anew',
    load: async () => (await import('./process-draw.command.ts')).command,
  },
  {
    name: 'process run',
    summary: 'play a process in memory: jobs are done at once, timers pass at once',
    load: async () => (await import('./process-run.command.ts')).command,
  },
  {
    name: 'regenerate',
    summary: 'bring a service up to changed requirements; your edits and its data stay',
    load: async () => (await import('./regenerate.command.ts')).command,
  },
  {
    name: 'rules bench',
    summary: 'measure how many of your rules and decisions are made in a second',
    load: async () => (await import('./rules-bench.command.ts')).command,
  },
  {
    name: 'rules check',
    summary: 'look for gaps, overlaps, rows that never decide and rules that contradict each other',
    load: async () => (await import('./rules-check.command.ts')).command,
  },
  {
    name: 'rules convert',
    summary: 'turn decisions from DMN into JSON or back',
    load: async () => (await import('./rules-convert.command.ts')).command,
  },
  {
    name: 'rules eval',
    summary: 'make the decisions of a file over values, and ask its rules',
    load: async () => (await import('./rules-eval.command.ts')).command,
  },
  {
    name: 'rules explain',
    summary: 'say why each decision and rule is as it is: the values it read, the row that matched',
    load: async () => (await import('./rules-explain.command.ts')).command,
  },
  {
    name: 'run',
    summary: 'start a generated service, or host components, until stopped',
    load: async () => (await import('./run.command.ts')).command,
  },
  {
    name: 'verify',
    summary: 'run all gates on a generated service',
    load: async () => (await import('./verify.command.ts')).command,
  },
];
