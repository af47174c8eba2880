/** One module of the map: a folder of `src/` with one `index.ts`. */
export interface Layer {
  /** Folder name, and the name after `#` in imports. */
  readonly module: string;
  /** A module imports only from modules with a lower number. */
  readonly layer: number;
  /** What the module does, in one line. */
  readonly does: string;
  /** Pure modules import nothing of `node:`; disk, clock and network come in as ports. */
  readonly pure?: true;
}

/** The map of the code, bottom to top. README prints it, test/layers.test.ts enforces it. */
export const layers: readonly Layer[] = [
  {
    module: 'diagnostics',
    layer: 0,
    does: 'problems with code, severity, span and help; frames, JSON and SARIF',
  },
  {
    module: 'files',
    layer: 1,
    does: 'FileTree (virtual files with owner and sources), three-way merge, atomic publish',
  },
  {
    module: 'blueprint',
    layer: 1,
    does: 'the model: one node type per file, builder, canonical JSON, JSON Schema, diff',
    pure: true,
  },
  {
    module: 'intake',
    layer: 2,
    does: 'requirements → blueprint (PRD, sentence, OpenAPI); coverage report',
  },
  {
    module: 'contract',
    layer: 2,
    does: 'blueprint → OpenAPI, AsyncAPI; compatibility verdict between two contracts',
    pure: true,
  },
  {
    module: 'rules',
    layer: 2,
    does: 'rule language, decision tables, compiler, index, static analysis',
    pure: true,
  },
  { module: 'transpile', layer: 2, does: 'COBOL → IR → code and blueprint' },
  {
    module: 'process',
    layer: 3,
    does: 'BPMN ↔ JSON, durable interpreter, hybrid execution',
    pure: true,
  },
  {
    module: 'targets',
    layer: 3,
    does: 'one folder per stack (typescript, python, rust); nothing shared is touched to add one',
    pure: true,
  },
  {
    module: 'verify',
    layer: 4,
    does: 'gates: types, tests, boot, contract fuzz, abuse, artefacts',
  },
  {
    module: 'forge',
    layer: 5,
    does: 'requirements → verified, published service: the pipeline behind the command',
  },
  {
    module: 'delivery',
    layer: 5,
    does: 'Docker, compose, CI, Kubernetes, Argo, policies; canary decisions',
  },
  { module: 'graph', layer: 5, does: 'knowledge graph, Cypher, search' },
  {
    module: 'agents',
    layer: 5,
    does: 'model port, proposals for steps of processes; planned: maintenance agents, MCP',
  },
  { module: 'platform', layer: 6, does: 'GraphQL API, auth, jobs, serves the portal' },
  { module: 'cli', layer: 7, does: 'one file per command: parse arguments, call a module, print' },
];
