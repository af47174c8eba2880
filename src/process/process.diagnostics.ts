import { defineDiagnostics } from '#diagnostics';

/** What can be wrong with processes. */
export const processDiagnostics = defineDiagnostics('process', {
  'not-bpmn': {
    severity: 'error',
    message: (p: { problem: string }) => `This is no BPMN document: ${p.problem}.`,
    help: 'BPMN 2.0 is read, without document types; export the model as BPMN 2.0 XML.',
  },
  malformed: {
    severity: 'error',
    message: (p: { path: string; problem: string }) =>
      `The process is malformed: ${p.path} ${p.problem}.`,
    help: 'docs/process.schema.json says what a process looks like.',
  },
  'no-process': {
    severity: 'error',
    message: (p: { wanted: string }) =>
      p.wanted === ''
        ? 'There is no process with anything in it.'
        : `There is no process "${p.wanted}" with anything in it.`,
    help: 'Name one of the processes of the document.',
  },
  'duplicate-id': {
    severity: 'error',
    message: (p: { id: string }) => `Several elements have the id "${p.id}".`,
    help: 'Give each an id of its own.',
  },
  'unknown-reference': {
    severity: 'error',
    message: (p: { id: string; target: string }) =>
      `"${p.id}" refers to "${p.target}", which is not there.`,
    help: 'Correct the reference, or add what is missing.',
  },
  misplaced: {
    severity: 'error',
    message: (p: { id: string; problem: string }) => `"${p.id}" ${p.problem}.`,
    help: 'BPMN does not define what this means; change the process.',
  },
  'not-executed': {
    severity: 'error',
    message: (p: { id: string; what: string }) => `"${p.id}" is ${p.what}, which is not executed.`,
    help: 'Say the same with other elements: all gateways but complex ones are executed.',
  },
  'bad-expression': {
    severity: 'error',
    message: (p: { id: string; problem: string }) => `"${p.id}": ${p.problem}`,
    help: 'Conditions, scripts and times are FEEL (docs/feel.md); times may be ISO 8601, too.',
  },
  'no-condition': {
    severity: 'error',
    message: (p: { flow: string; gateway: string }) =>
      `Flow "${p.flow}" of gateway "${p.gateway}" has no condition, so that it would always be taken.`,
    help: 'Give it a condition in FEEL, make it the default flow, or let the orchestrator choose.',
  },
  'bad-guard': {
    severity: 'error',
    message: (p: { id: string; problem: string }) =>
      `Guard "${p.id}" cannot be kept: ${p.problem}.`,
    help: 'A guard names activities of its process, by id.',
  },
  deadlock: {
    severity: 'error',
    message: (p: { at: string; trace: string }) =>
      `The process can get stuck at "${p.at}", after ${p.trace}.`,
    help: 'A join that waits for all ways needs a split that takes all of them.',
  },
  unsynchronised: {
    severity: 'error',
    message: (p: { at: string; trace: string }) =>
      `"${p.at}" can be reached twice at the same time, after ${p.trace}.`,
    help: 'Join what was split in parallel with a parallel or inclusive gateway.',
  },
  'no-end': {
    severity: 'error',
    message: (p: { at: string; trace: string }) =>
      `From "${p.at}" the end cannot be reached, after ${p.trace}.`,
    help: 'Give the loop a way out.',
  },
  'never-done': {
    severity: 'warning',
    message: (p: { id: string }) => `"${p.id}" is never done.`,
    help: 'Lead a flow to it, or take it out.',
  },
  'not-decided': {
    severity: 'warning',
    message: (p: { id: string; states: number }) =>
      `Whether "${p.id}" can get stuck is not decided: ${p.states} states were looked at.`,
    help: 'Nest splits and joins, or move parts into sub-processes.',
  },
  'malformed-side-car': {
    severity: 'error',
    message: (p: { problem: string }) =>
      `What the JSON keeps of the original document is malformed: ${p.problem}.`,
    help: 'Leave "bpmn" out of the JSON: the document is then written anew.',
  },
});
