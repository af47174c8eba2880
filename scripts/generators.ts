import { blueprintSchema } from './blueprint-schema.ts';
import { diagnosticsDocs } from './diagnostics-docs.ts';
import { feelDocs } from './feel-docs.ts';
import { processSchema } from './process-schema.ts';
import { rulesSchema } from './rules-schema.ts';
import { readmeMap } from './readme-map.ts';
import { commandRegistry, gateRegistry, targetRegistry, toolchainRegistry } from './registries.ts';
import { runtimeServicesSchema } from './services-schema.ts';
import { targetTemplates } from './target-templates.ts';

/** Makes files of the repository at `root` from other files of it: path → text. */
export type Generator = (root: string) => Promise<ReadonlyMap<string, string>>;

/** All generated files of the repository; `npm run generate` writes them, a test says that they are current. */
export const generators: readonly Generator[] = [
  targetTemplates,
  targetRegistry,
  gateRegistry,
  toolchainRegistry,
  commandRegistry,
  diagnosticsDocs,
  blueprintSchema,
  feelDocs,
  processSchema,
  rulesSchema,
  runtimeServicesSchema,
  readmeMap,
];
