import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A table made by defineDiagnostics, as documentation and tests need it. */
export interface DiagnosticTableDocs {
  readonly module: string;
  describe(): readonly { code: string; severity: string; message: string; help: string }[];
}

/** Every table that a file `*.diagnostics.ts` of ours exports, by file name. */
export async function diagnosticSets(root: string): Promise<DiagnosticTableDocs[]> {
  const files = globSync('{src,packages}/**/*.diagnostics.ts', {
    cwd: root,
    exclude: (path) => path.includes('node_modules'),
  }).sort();
  const modules = await Promise.all(
    files.map(
      async (file) =>
        (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>,
    ),
  );
  return modules.flatMap((module) => Object.values(module).filter(isSet));
}

const isSet = (value: unknown): value is DiagnosticTableDocs =>
  typeof value === 'object' && value !== null && 'describe' in value && 'module' in value;
