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
  'not-fully-verified': {
    severity: 'warning',
    message: (p: { service: string; target: string; missing: string }) =>
      `${p.service} (${p.target}) is not fully verified: ${p.missing}`,
    help: 'install what is missing and run microforge verify; --allow-skipped takes it as it is (exit 0)',
  },
  'wrong-arguments': {
    severity: 'error',
    message: (p: { command: string; usage: string; given: number }) =>
      `"${p.command}" was given ${p.given} argument${p.given === 1 ? '' : 's'}; usage: microforge ${p.usage}`,
    help: 'put text that holds spaces in quotes',
  },
  'unreadable-requirements': {
    severity: 'error',
    message: (p: { path: string; reason: string }) =>
      `the requirements "${p.path}" can't be read: ${p.reason}`,
    help: 'give a file, - for standard input, or a sentence in quotes',
  },
  'not-text': {
    severity: 'error',
    message: (p: { document: string }) => `"${p.document}" is not text (UTF-8 or UTF-16)`,
    help: 'requirements are Markdown or plain text; convert the document first',
  },
  'unknown-service': {
    severity: 'error',
    message: (p: { name: string; known: string }) =>
      `the requirements have no service "${p.name}"; they have: ${p.known}`,
    help: 'name one of them with --service',
  },
  'no-service': {
    severity: 'error',
    message: (p: { path: string }) => `"${p.path}" holds no forged service`,
    help: 'give the folder that has .microforge in it, or make one: microforge forge <requirements> --out DIR',
  },
  'zip-to-terminal': {
    severity: 'error',
    message: () => 'a ZIP archive is nothing to read: it is not written to a terminal',
    help: 'send it somewhere (microforge forge prd.md --zip > service.zip), or name a file with --out',
  },
  'unwritable-file': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `"${p.path}" can't be written: ${p.reason}`,
    help: 'check the folder and its permissions, or name another file with --out',
  },
  'unreadable-document': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `"${p.path}" can't be read: ${p.reason}`,
    help: 'give an OpenAPI 3.0 or 3.1 document in JSON or YAML',
  },
  'nothing-to-host': {
    severity: 'error',
    message: () => 'there is no service to host',
    help: 'name one in services.json: {"services": {"greeter": {"module": "./greeter.ts", "class": "Greeter"}}}',
  },
  'port-of-many': {
    severity: 'error',
    message: () => '--port is for a single generated service, or for a gateway',
    help: 'give "port" to a process in services.json (without it each takes a free one), or --gateway',
  },
  'no-gateway': {
    severity: 'error',
    message: (p: { port: number; reason: string }) =>
      `the gateway can't listen on port ${p.port}: ${p.reason}`,
    help: 'name another one with --port; 0 picks a free one',
  },
  'no-bus': {
    severity: 'error',
    message: (p: { url: string; reason: string }) => `the bus ${p.url} can't be used: ${p.reason}`,
    help: 'is its server running? without --bus, components of one process call each other all the same',
  },
  'no-workflow': {
    severity: 'error',
    message: (p: { document: string }) => `${p.document} describes no workflow.`,
    help: 'Write its steps as a numbered list below a heading such as "Order workflow".',
  },
  'unreadable-process': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `"${p.path}" can't be read: ${p.reason}`,
    help: 'give a process as BPMN 2.0 or as our JSON (docs/process.schema.json)',
  },
  'unreadable-rules': {
    severity: 'error',
    message: (p: { path: string; reason: string }) => `"${p.path}" can't be read: ${p.reason}`,
    help: 'give rules as DMN 1.2 to 1.5 or as our JSON (docs/rules.schema.json)',
  },
  'rules-not-in-dmn': {
    severity: 'warning',
    message: (p: { rule: string }) => `DMN has no rules that have to hold: "${p.rule}" is left out`,
    help: 'keep the JSON, or make a decision of it',
  },
  'rules-not-in-json': {
    severity: 'error',
    message: (p: { decision: string }) =>
      `JSON has no form for "${p.decision}": a function or service that others call, or a table inside an expression`,
    help: 'keep the DMN',
  },
  'internal-error': {
    severity: 'error',
    message: (p: { reason: string }) => `this is our bug, not yours: ${p.reason}`,
    help: 'MICROFORGE_DEBUG=1 prints the stack; please report it with the command line',
  },
});
