import type { Result } from '#diagnostics';
import { processDiagnostics } from '../process.diagnostics.ts';
import { processModelSchema } from './process-model.ts';
import type { ProcessModel } from './process-model.ts';

const MAX_DEPTH = 300;
const MAX_SHOWN = 50;

/** Reads a model from JSON data of any shape. Errors: `process/malformed`. */
export function readModel(json: unknown): Result<ProcessModel> {
  if (isDeeper(json, MAX_DEPTH)) return refuse('/', `is nested deeper than ${MAX_DEPTH} levels`);
  const parsed = processModelSchema.safeParse(json);
  if (parsed.success) return { value: parsed.data, diagnostics: [] };
  const issues = parsed.error.issues.slice(0, MAX_SHOWN);
  return {
    value: undefined,
    diagnostics: issues.map(({ path, message }) =>
      processDiagnostics.create('malformed', {
        path: `/${path.map(String).join('/')}`,
        problem: message,
      }),
    ),
  };
}

function refuse(path: string, problem: string): Result<ProcessModel> {
  const diagnostics = [processDiagnostics.create('malformed', { path, problem })];
  return { value: undefined, diagnostics };
}

/** Without recursion: the depth is what is in doubt. */
function isDeeper(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}
